import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';

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

export function newConnectionId(): string {
  return `${randomBytes(11).toString('base64url')}=`;
}
