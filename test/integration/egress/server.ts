import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isIP } from 'node:net';
import { createEgress, hostList, type Resolve } from '../../../shared/egress/index.ts';

export type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };

export type OutsideServer = { port: number; seen: Seen[]; stop(): Promise<void> };

/** A server "outside": what it was asked, and answers by path. */
export const startOutsideServer = async (
  answer: (request: IncomingMessage, response: ServerResponse, port: number) => void,
): Promise<OutsideServer> => {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    answer(request, response, (server.address() as AddressInfo).port);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** Names that nobody else knows. */
export const resolveBy =
  (names: Record<string, string[]>): Resolve =>
  async (host) => {
    const addresses = names[host];
    if (!addresses) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    return addresses.map((address) => ({ address, family: isIP(address) }));
  };

export const fetchAllowing = (allowed: string, names: Record<string, string[]> = {}, own = '') =>
  createEgress({ allowed: hostList(allowed), own: hostList(own) }, resolveBy(names));
