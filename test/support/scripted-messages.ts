import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { frameOf, framesOf, messageOf, type ScriptedMessage } from './messages-reply.ts';
import { complaintAbout } from './messages-rules.ts';
import { type Chunks, spread } from './scripted-reply.ts';

export type RecordedCall = {
  path: string;
  headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: what was sent is what a test finds out
  body: any;
  /** Settles when the exchange is over: whether the reply was complete or the connection ended before. */
  ended: Promise<'complete' | 'aborted'>;
};

type Refusal = {
  status: number;
  type?: string;
  message?: string;
  details?: object;
  retryAfter?: number;
  headers?: Record<string, string>;
};
type Answer = ScriptedMessage & {
  chunks?: Chunks;
  /** After that many pieces (a ping, a block's beginning, a part of it, its end) the connection ends. */
  cut?: number;
  /** After that many pieces nothing comes any more. */
  stallAfter?: number;
  /** After that many pieces an error event comes. */
  failAfter?: number;
  error?: { type: string; message: string };
  /** One object, although a stream was asked for. */
  unstreamed?: boolean;
};
export type MessagesStep = Answer | Refusal | { hang: true } | { raw: string; contentType?: string };

export type ScriptedMessages = {
  url: string;
  requests: RecordedCall[];
  script(...steps: MessagesStep[]): void;
  always(step: MessagesStep): void;
  waitFor(count: number): Promise<void>;
  stop(): Promise<void>;
};

/** A server of Anthropic's messages that answers as the test says, and refuses what the real one would. */
export const startScriptedMessages = async (): Promise<ScriptedMessages> => {
  const requests: RecordedCall[] = [];
  const steps: MessagesStep[] = [];
  const arrivals = new Set<() => void>();
  let otherwise: MessagesStep | undefined;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const ended = once(response, 'close').then(() => (response.writableFinished ? 'complete' : 'aborted'));
    const body = JSON.parse(await textOf(request));
    requests.push({ path: request.url ?? '', headers: request.headers, body, ended });
    for (const arrived of arrivals) arrived();
    const complaint = complaintAbout(body, request.headers);
    if (complaint) return refuse(response, { status: 400, type: 'invalid_request_error', message: complaint });
    const step = steps.shift() ?? otherwise;
    await reply(response, body, step ?? { status: 500, message: 'The script has no step for this request.' });
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    script: (...more) => void steps.push(...more),
    always: (step) => {
      otherwise = step;
    },
    waitFor: (count) =>
      new Promise((resolve) => {
        const arrived = () => {
          if (requests.length < count) return;
          arrivals.delete(arrived);
          resolve();
        };
        arrivals.add(arrived);
        arrived();
      }),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const reply = async (response: ServerResponse, body: { model: string; stream?: boolean }, step: MessagesStep) => {
  if ('hang' in step) return;
  if ('status' in step) return refuse(response, step);
  if ('raw' in step) return send(response, 200, step.raw, step.contentType ?? 'text/event-stream');
  if (body.stream !== true || step.unstreamed) return send(response, 200, JSON.stringify(messageOf(step, body.model)));
  await stream(response, step, body.model);
};

const stream = async (response: ServerResponse, step: Answer, model: string): Promise<void> => {
  const { cut, stallAfter, failAfter, chunks = 'events' } = step;
  const { begin, pieces, end } = framesOf(step, model);
  const last = cut ?? stallAfter ?? failAfter;
  const error = step.error ?? { type: 'overloaded_error', message: 'Overloaded' };
  const frames = [begin, ...pieces.slice(0, last)];
  if (failAfter !== undefined) frames.push(frameOf({ type: 'error', error }));
  if (last === undefined) frames.push(end);
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
  response.socket?.setNoDelay(true);
  for (const portion of spread(frames, chunks)) {
    if (response.destroyed) return;
    await new Promise<void>((resolve) => response.write(portion, () => resolve()));
    await turn();
  }
  if (cut !== undefined) response.destroy();
  else if (stallAfter === undefined) response.end();
};

const refuse = (
  response: ServerResponse,
  { status, type = 'api_error', message, details, retryAfter, headers }: Refusal,
) => {
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  const error = { type, message: message ?? `scripted ${status}`, ...(details && { details }) };
  send(response, status, JSON.stringify({ type: 'error', error, request_id: 'req_scripted' }));
};

const send = (response: ServerResponse, status: number, text: string, type = 'application/json'): void => {
  response.writeHead(status, { 'content-type': type });
  response.end(text);
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
};
