import { createServer } from 'node:http';
import { api } from './api.js';
import { noteStore } from './notes.js';

/** Of a request's body, in bytes. */
const MAX_BODY = 64 * 1024;
const port = Number(process.env.PORT ?? 3000);
const answer = api(noteStore());

async function bodyOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MAX_BODY) return { refused: { status: 413, body: { error: { message: 'The body is too large.' } } } };
    parts.push(part);
  }
  if (size === 0) return {};
  try {
    return { body: JSON.parse(Buffer.concat(parts).toString()) };
  } catch {
    // A SyntaxError.
    return { refused: { status: 400, body: { error: { message: 'The body is no JSON.' } } } };
  }
}

async function respond(request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const { refused, body } = await bodyOf(request);
  const { status, body: said } =
    refused ?? answer({ method: request.method, path: pathname, query: Object.fromEntries(searchParams), body });
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(said === undefined ? undefined : JSON.stringify(said));
}

// A request that was broken off, or makes no sense, ends its own connection and no other.
const server = createServer((request, response) => respond(request, response).catch(() => response.destroy()));
server.listen(port, () => console.log(`Listening on port ${server.address().port}`));
