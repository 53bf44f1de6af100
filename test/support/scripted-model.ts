import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { ApiError } from '../../infra/local/stand-ins/offline-model/api-error.ts';
import { embeddings } from '../../infra/local/stand-ins/offline-model/embeddings-request.ts';
import { type Chunks, completionOf, eventsOf, type ScriptedAnswer, spread } from './scripted-reply.ts';

export type RecordedRequest = {
  path: string;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
  /** Settles when the exchange is over: whether the reply was complete or the connection ended before. */
  ended: Promise<'complete' | 'aborted'>;
};

type Failure = { status: number; body?: unknown; retryAfter?: number };
type Malformed = { malformed: 'json' | 'sse' | 'empty' | 'html' };
type Silence = { hang: true };
/** `n` of stallAfter, cut and gateAfter counts pieces: words with the space before them, or parts of a tool call. */
type Answer = ScriptedAnswer & {
  chunks?: Chunks;
  /** That many pieces, then silence until `stop`. */
  stallAfter?: number;
  /** That many pieces, then the socket is destroyed. */
  cut?: number;
  /** Held until this is settled: at the start, or after `gateAfter` pieces. */
  gate?: Promise<unknown>;
  gateAfter?: number;
  /** Asked before each piece, counted from 0, which goes out when the promise settles. Only for streams. */
  pace?: (piece: number) => Promise<unknown>;
};
type When = { when?: (request: RecordedRequest) => boolean };
type ChatStep = (Answer | Failure | Malformed | Silence) & When;
/** With `gate` the usual answer, held until that is settled. */
type EmbeddingsStep = { embeddings: Failure | 'malformed' | 'hang' | { gate: Promise<unknown> } } & When;
export type Step = ChatStep | EmbeddingsStep;

export type ScriptedModel = {
  /** Ends in `/v1`. */
  url: string;
  requests: RecordedRequest[];
  /** Adds steps: each answers one request, the first that it fits. */
  script(...steps: Step[]): void;
  /** Answers every chat request that no step fits; without it such a request gets a 500 that says so. */
  always(step: ChatStep | ((request: RecordedRequest) => ChatStep)): void;
  /** Resolves as soon as that many requests (that satisfy `when`) have arrived. */
  waitFor(count: number, when?: When['when']): Promise<void>;
  /** As if it had just been started: nothing is scripted, nothing was asked; what is being answered breaks off. */
  forget(): void;
  /** Releases whatever hangs. */
  stop(): Promise<void>;
};

/** An OpenAI-compatible server that answers as the test says, failures included. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const requests: RecordedRequest[] = [];
  const steps: Step[] = [];
  const arrivals = new Set<() => void>();
  const answering = new Set<ServerResponse>();
  let otherwise: Parameters<ScriptedModel['always']>[0] | undefined;

  const server = createServer((request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    handle(request, response).catch((error: unknown) => {
      if (error instanceof ApiError) fail(response, { status: error.status, body: error.toJSON() });
      else response.destroy(error as Error);
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ended = once(response, 'close').then(() => (response.writableFinished ? 'complete' : 'aborted'));
    const body = JSON.parse((await readAll(request)) || '{}') as Record<string, unknown>;
    const recorded: RecordedRequest = { path: request.url ?? '', headers: request.headers, body, ended };
    requests.push(recorded);
    for (const arrived of arrivals) arrived();
    const step = next(recorded);
    if (recorded.path.endsWith('/embeddings')) return replyToEmbeddings(response, body, step);
    const usual = typeof otherwise === 'function' ? otherwise(recorded) : otherwise;
    await replyToChat(response, body, (step ?? usual) as ChatStep | undefined);
  }

  function next(request: RecordedRequest): Step | undefined {
    const wanted = request.path.endsWith('/embeddings');
    const place = steps.findIndex((step) => 'embeddings' in step === wanted && (step.when?.(request) ?? true));
    return place === -1 ? undefined : steps.splice(place, 1)[0];
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    script: (...more) => void steps.push(...more),
    always: (step) => {
      otherwise = step;
    },
    waitFor: (count, when = () => true) =>
      new Promise((resolve) => {
        const arrived = () => {
          if (requests.filter(when).length < count) return;
          arrivals.delete(arrived);
          resolve();
        };
        arrivals.add(arrived);
        arrived();
      }),
    forget: () => {
      requests.length = 0;
      steps.length = 0;
      arrivals.clear();
      otherwise = undefined;
      for (const response of answering) response.destroy();
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function replyToEmbeddings(response: ServerResponse, body: Record<string, unknown>, step: Step | undefined) {
  const wish = step && 'embeddings' in step ? step.embeddings : undefined;
  if (wish === 'hang') return;
  if (wish === 'malformed') return send(response, 200, '{"object":"list","data":[{');
  if (wish && 'gate' in wish) await wish.gate;
  else if (wish) return fail(response, wish);
  send(response, 200, JSON.stringify(embeddings(body)));
}

async function replyToChat(response: ServerResponse, body: Record<string, unknown>, step: ChatStep | undefined) {
  if (!step)
    return fail(response, { status: 500, body: { error: { message: 'The script has no step for this request' } } });
  if ('hang' in step) return;
  if ('status' in step) return fail(response, step);
  if ('malformed' in step) return sendMalformed(response, step, body.stream === true);
  if (step.gate && !step.gateAfter) await step.gate;
  const model = String(body.model);
  if (body.stream === true) return stream(response, step, eventsOf(step, model, wantsUsage(body)));
  if (step.stallAfter !== undefined) return;
  if (step.cut !== undefined) return void response.destroy();
  if (step.gateAfter) await step.gate;
  send(response, 200, JSON.stringify(completionOf(step, model)));
}

async function stream(response: ServerResponse, step: Answer, events: Buffer[]): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  response.socket?.setNoDelay(true);
  const { chunks = 'events', gateAfter } = step;
  // The first event is the role, which is no piece.
  const end = step.stallAfter ?? step.cut;
  const sent = end === undefined ? events : events.slice(0, end + 1);
  const gateAt = gateAfter ? gateAfter + 1 : 0;
  if (step.pace) return paced(response, events, step.pace);
  await write(response, spread(sent.slice(0, gateAt), chunks));
  if (gateAt > 0) await step.gate;
  await write(response, spread(sent.slice(gateAt), chunks));
  if (step.cut !== undefined) response.destroy();
  else if (step.stallAfter === undefined) response.end();
}

async function paced(response: ServerResponse, events: Buffer[], pace: (piece: number) => Promise<unknown>) {
  for (const [place, event] of events.entries()) {
    if (place > 0) await pace(place - 1);
    await write(response, [event]);
  }
  response.end();
}

/** One write a portion, each handed to the system before the next, so that they can arrive apart. */
async function write(response: ServerResponse, portions: Buffer[]): Promise<void> {
  for (const portion of portions) {
    if (response.destroyed) return;
    await new Promise<void>((resolve) => response.write(portion, () => resolve()));
    await turn();
  }
}

function sendMalformed(response: ServerResponse, { malformed }: Malformed, streamed: boolean) {
  if (malformed === 'html') return send(response, 200, '<html><body>Bad gateway</body></html>', 'text/html');
  const type = streamed ? 'text/event-stream' : 'application/json';
  const broken = { json: '{"id":"chatcmpl-scripted","choices":[{"delta":', sse: 'no event at all\n\n', empty: '' }[
    malformed
  ];
  send(response, 200, streamed && malformed === 'json' ? `data: ${broken}\n\n` : broken, type);
}

function fail(response: ServerResponse, { status, body, retryAfter }: Failure): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  const error = body ?? { error: { message: `scripted ${status}`, type: 'scripted', param: null, code: null } };
  send(response, status, typeof error === 'string' ? error : JSON.stringify(error));
}

function send(response: ServerResponse, status: number, text: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type });
  response.end(text);
}

function wantsUsage({ stream_options }: Record<string, unknown>): boolean {
  return (stream_options as { include_usage?: boolean } | undefined)?.include_usage === true;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
}
