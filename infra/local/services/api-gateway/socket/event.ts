import { randomBytes } from 'node:crypto';
import type { EventHeaders, EventQuery } from '../request-headers.ts';
import { requestTimeOf } from '../request-headers.ts';
import type { SocketApi } from './api.ts';
import type { Caller } from './connection.ts';

export type SocketEvent = {
  requestContext: Record<string, unknown> & { requestId: string; connectionId: string };
  isBase64Encoded: false;
  body?: string;
} & Partial<EventHeaders & EventQuery>;

/** The only event that carries what the handshake said: later ones know the connection by its id alone. */
export function connectEvent(
  api: SocketApi,
  caller: Caller,
  { now, headers, query }: { now: number; headers: EventHeaders; query: EventQuery },
): SocketEvent {
  const { queryStringParameters, multiValueQueryStringParameters } = query;
  return {
    ...headers,
    ...(queryStringParameters ? { queryStringParameters, multiValueQueryStringParameters } : {}),
    requestContext: contextOf(api, caller, { now, facts: { routeKey: '$connect', eventType: 'CONNECT' } }),
    isBase64Encoded: false,
  };
}

export function messageEvent(
  api: SocketApi,
  caller: Caller,
  { now, routeKey, body }: { now: number; routeKey: string; body: string },
): SocketEvent {
  const messageId = newRequestId();
  return {
    requestContext: contextOf(api, caller, { now, facts: { routeKey, messageId, eventType: 'MESSAGE' } }),
    body,
    isBase64Encoded: false,
  };
}

/** `code` and `reason` are those of the close frame; 1005 where it had none, 1006 where there was no frame at all. */
export function disconnectEvent(
  api: SocketApi,
  caller: Caller,
  { now, code, reason }: { now: number; code: number; reason: string },
): SocketEvent {
  const headers = { Host: caller.host, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' };
  return {
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    requestContext: contextOf(api, caller, {
      now,
      facts: {
        routeKey: '$disconnect',
        disconnectStatusCode: code,
        eventType: 'DISCONNECT',
        disconnectReason: reason || (REASONS[code] ?? ''),
      },
    }),
    isBase64Encoded: false,
  };
}

const REASONS: Record<number, string> = {
  1001: 'Going away',
  1005: 'Client-side close frame status not set',
  1006: 'Connection closed abnormally',
};

function contextOf(api: SocketApi, caller: Caller, { now, facts }: { now: number; facts: Record<string, unknown> }) {
  const requestId = newRequestId();
  return {
    ...facts,
    extendedRequestId: requestId,
    requestTime: requestTimeOf(now),
    messageDirection: 'IN',
    stage: api.stage,
    connectedAt: caller.connectedAt,
    requestTimeEpoch: now,
    identity: { sourceIp: caller.sourceIp, ...(caller.userAgent === null ? {} : { userAgent: caller.userAgent }) },
    requestId,
    domainName: caller.domainName,
    connectionId: caller.connectionId,
    apiId: api.id,
  };
}

/** What the gateway's own messages to a client say about their origin. */
export function identityOf({ requestContext: { connectionId, requestId } }: SocketEvent) {
  return { connectionId, requestId };
}

function newRequestId(): string {
  return `${randomBytes(11).toString('base64url')}=`;
}
