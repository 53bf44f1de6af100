import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiError } from './api-error.ts';
import { type ChatRequest, parseChatRequest } from './chat-request.ts';
import { chunkObjects, completionObject } from './chat-shapes.ts';
import { complete } from './completion.ts';
import { embeddings } from './embeddings-request.ts';
import type { Reply } from './reply.ts';
import { count } from './tokens.ts';

export type OfflineModelOptions = {
  /** 0, the default, takes a free one. */
  port?: number;
  /** Speed of an answer; without it an answer takes no time. */
  tokensPerSecond?: number;
  /** Wait before an answer begins, in milliseconds. */
  firstTokenMs?: number;
};

export type OfflineModel = { url: string; stop(): Promise<void> };

const maxBody = 64 * 1024 * 1024;
const models = ['offline', 'offline-embedding'];

/** Starts the offline model behind OpenAI's HTTP API; any model name is accepted, all of them are this one. */
export async function startOfflineModel(options: OfflineModelOptions = {}): Promise<OfflineModel> {
  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    answer(request, response, { options, gone: gone.signal }).catch((error: unknown) => {
      // The client has disconnected, so there is no one to answer.
      if (gone.signal.aborted || response.headersSent) response.destroy();
      else fail(response, error);
    });
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { options, gone }: { options: OfflineModelOptions; gone: AbortSignal },
) {
  const { pathname } = new URL(request.url ?? '/', 'http://model');
  switch (`${request.method} ${pathname}`) {
    case 'GET /v1/models':
      return send(response, 200, { object: 'list', data: models.map(model) });
    case 'POST /v1/embeddings':
      return send(response, 200, embeddings(await readBody(request)));
    case 'POST /v1/chat/completions':
      return respond(parseChatRequest(await readBody(request)), response, { options, gone });
    default:
      throw new ApiError(404, `Invalid URL (${request.method} ${pathname})`, null, 'unknown_url');
  }
}

async function respond(
  request: ChatRequest,
  response: ServerResponse,
  { options, gone }: { options: OfflineModelOptions; gone: AbortSignal },
) {
  const reply = complete(request);
  const created = Math.floor(Date.now() / 1000);
  await wait(options.firstTokenMs ?? 0, gone);
  if (!request.stream) {
    await wait(duration(textOf(reply), options), gone);
    return send(response, 200, completionObject(request, reply, created));
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  for (const chunk of chunkObjects(request, reply, created)) {
    const piece = chunk.choices[0]?.delta;
    await wait(piece && 'content' in piece ? duration(String(piece.content ?? ''), options) : 0, gone);
    if (!response.write(`data: ${JSON.stringify(chunk)}\n\n`)) await once(response, 'drain', { signal: gone });
  }
  response.end('data: [DONE]\n\n');
}

const textOf = ({ text, calls }: Reply) => text ?? calls.map((call) => call.arguments).join('');

function duration(text: string, { tokensPerSecond }: OfflineModelOptions): number {
  return tokensPerSecond === undefined ? 0 : (count(text) / tokensPerSecond) * 1000;
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0) await pause(milliseconds, undefined, { signal });
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBody) throw new ApiError(413, 'The request is too large.', null, 'request_too_large');
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch (error) {
    throw new ApiError(400, `We could not parse the JSON body of your request. (${(error as Error).message})`);
  }
}

const model = (id: string) => ({ id, object: 'model', created: 1_735_689_600, owned_by: 'local' });

function fail(response: ServerResponse, error: unknown): void {
  const known = error instanceof ApiError ? error : new ApiError(500, `The offline model failed: ${String(error)}`);
  send(response, known.status, known.toJSON());
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
