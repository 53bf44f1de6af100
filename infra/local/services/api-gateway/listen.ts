import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Limits } from './limits.ts';

/** Longer than any client keeps an idle connection, so that no request meets a socket just closed. */
const KEEP_ALIVE_MS = 75_000;
/** How often connections are looked at whose request is late. */
const CHECK_MS = 2_000;

export type Listening = { server: Server; port: number };

/** @throws Error with code EADDRINUSE */
export async function listen(
  { port, host, limits }: { port: number; host: string; limits: Limits },
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
  shouldUpgradeCallback: (request: IncomingMessage) => boolean,
): Promise<Listening> {
  const server = createServer(
    {
      keepAliveTimeout: KEEP_ALIVE_MS,
      // Node answers 408 and closes the connection.
      headersTimeout: limits.requestMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: Math.min(limits.requestMs, CHECK_MS),
      shouldUpgradeCallback,
    },
    onRequest,
  );
  server.listen(port, host);
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

/** Answers under way get so long, in milliseconds; then every connection is closed. */
export async function close({ server }: Listening, ending: Promise<unknown>, graceMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const graceOver = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
  await Promise.race([Promise.all([ending, closed]), graceOver]);
  server.closeAllConnections();
  await closed;
}
