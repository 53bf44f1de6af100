import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { domainNameOf, sourceIpOf } from '../request-headers.ts';

/** What is known of a client from its handshake on. */
export type Caller = {
  /** Shaped like API Gateway's, with a `=` that has to be escaped in a URL. */
  connectionId: string;
  connectedAt: number;
  domainName: string;
  host: string;
  sourceIp: string;
  userAgent: string | null;
};

export type Connection = Caller & { socket: WebSocket; lastActiveAt: number };

export function callerOf(request: IncomingMessage, now: number): Caller {
  return {
    connectionId: newConnectionId(),
    connectedAt: now,
    domainName: domainNameOf(request),
    host: request.headers.host ?? 'localhost',
    sourceIp: sourceIpOf(request),
    userAgent: request.headers['user-agent'] ?? null,
  };
}

function newConnectionId(): string {
  return `${randomBytes(11).toString('base64url')}=`;
}

/** Sends a text, unless the connection has been closed meanwhile. */
export function answer(connection: Connection, text: string): void {
  if (connection.socket.readyState === connection.socket.OPEN) connection.socket.send(text);
}
