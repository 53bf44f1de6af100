import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A provider that answers every request with these parts, for answers no well-made provider would give. */
export const serve = async (
  parts: string[],
  type = 'text/event-stream',
  { status = 200, ...headers }: { status?: number; location?: string } = {},
) => {
  const paths: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url);
    request.resume();
    response.writeHead(status, { 'content-type': type, ...headers });
    for (const part of parts) response.write(part);
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    paths,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
};
