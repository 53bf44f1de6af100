import { createServer } from 'node:http';
import { api } from './api.js';
import { entryStore } from './entries.js';
import { staticFiles } from './static.js';

/** Of a request's body, in bytes. */
const MAX_BODY = 16 * 1024;
const port = Number(process.env.PORT ?? 3000);
const answer = api(entryStore());
const fileAt = staticFiles('dist');

const refused = (status, message) => ({ refused: { status, body: { error: { message } } } });

async function bodyOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MAX_BODY) return refused(413, 'The body is too large.');
    parts.push(part);
  }
  if (size === 0) return {};
  try {
    return { body: JSON.parse(Buffer.concat(parts).toString()) };
  } catch {
    // A SyntaxError.
    return refused(400, 'The body is no JSON.');
  }
}

async function respond(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = request.method === 'GET' ? fileAt(pathname) : undefined;
  if (file) {
    response.writeHead(200, { 'content-type': file.type, 'x-content-type-options': 'nosniff' });
    response.end(file.content);
    return;
  }
  const { refused: refusal, body } = await bodyOf(request);
  const { status, body: said } = refusal ?? answer({ method: request.method, path: pathname, body });
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(said));
}

// A request that was broken off, or makes no sense, ends its own connection and no other.
const server = createServer((request, response) => respond(request, response).catch(() => response.destroy()));
server.listen(port, () => console.log(`Listening on port ${server.address().port}`));
