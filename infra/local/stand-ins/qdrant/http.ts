import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Collections } from './collections.ts';
import { malformed, Refusal } from './refusal.ts';
import { answer } from './routes.ts';

/** The version whose REST shapes these are; the official client compares it with its own. */
const version = '1.19.0';
const maxBody = 32 * 1024 * 1024;
const openPaths = ['/', '/healthz', '/livez', '/readyz'];

/** Qdrant's REST API over the collections: `{result, status: "ok", time}`, or `{status: {error}, time}`. */
export function createHttpServer(collections: Collections, apiKey: string | undefined): Server {
  return createServer((request, response) => {
    const started = performance.now();
    const time = () => (performance.now() - started) / 1000;
    handle(collections, apiKey, request).then(
      (reply) =>
        send(response, 200, typeof reply === 'object' && 'title' in reply ? reply : { ...reply, time: time() }),
      (error: unknown) => {
        const status = error instanceof Refusal ? error.status : 500;
        const message = error instanceof Error ? error.message : String(error);
        const text = status === 500 ? `Service internal error: ${message}` : message;
        send(response, status, { status: { error: text }, time: time() });
      },
    );
  });
}

async function handle(collections: Collections, apiKey: string | undefined, request: IncomingMessage) {
  const { pathname: path, searchParams: search } = new URL(request.url ?? '/', 'http://store');
  const method = request.method ?? 'GET';
  if (method === 'GET' && openPaths.includes(path)) {
    return path === '/' ? { title: 'qdrant - local vector store', version } : { status: 'ok' as const };
  }
  if (apiKey !== undefined && keyOf(request) !== apiKey) {
    throw new Refusal(401, keyOf(request) === undefined ? 'Must provide an API key' : 'Invalid API key');
  }
  const body = await readBody(request);
  const result = answer(collections, { method, path: path.replace(/\/$/, ''), search, body });
  return { result, status: 'ok' as const };
}

function keyOf({ headers }: IncomingMessage): string | undefined {
  const key = headers['api-key'];
  return typeof key === 'string' ? key : headers.authorization?.replace(/^Bearer\s+/i, '');
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBody)
      throw new Refusal(413, `Payload error: the body is larger than allowed (limit: ${maxBody} bytes)`);
    parts.push(part);
  }
  if (size === 0) return {};
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch (error) {
    throw malformed((error as SyntaxError).message);
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
