import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type EventHeaders = { headers: Record<string, string>; multiValueHeaders: Record<string, string[]> };

/** Connection-level headers end at the gateway. */
const NOT_FORWARDED = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'expect']);

/**
 * The request's headers as an event carries them: names as the client spelt them, every value in `multiValueHeaders`,
 * the last one in `headers`, and what API Gateway adds about the client.
 */
export function eventHeaders(request: IncomingMessage): EventHeaders {
  const spelling = new Map<string, string>();
  const values = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    const known = spelling.get(name.toLowerCase()) ?? name;
    spelling.set(name.toLowerCase(), known);
    append(values, known, value);
  };
  const raw = request.rawHeaders;
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] ?? '';
    const lower = name.toLowerCase();
    if (!NOT_FORWARDED.has(lower) && lower !== 'x-forwarded-for') add(name, raw[index + 1] ?? '');
  }
  const forwarded = [request.headers['x-forwarded-for'] ?? [], sourceIpOf(request)].flat().join(', ');
  add('X-Forwarded-For', forwarded);
  add('X-Forwarded-Port', String(request.socket.localPort ?? ''));
  add('X-Forwarded-Proto', 'http');
  if (!spelling.has('x-amzn-trace-id')) add('X-Amzn-Trace-Id', traceId());
  return { headers: lastOf(values), multiValueHeaders: Object.fromEntries(values) };
}

export type EventQuery = {
  queryStringParameters: Record<string, string> | null;
  multiValueQueryStringParameters: Record<string, string[]> | null;
};

/** The decoded query string; of a repeated name `queryStringParameters` keeps the last value. */
export function eventQuery(query: string): EventQuery {
  if (query === '') return { queryStringParameters: null, multiValueQueryStringParameters: null };
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(query)) append(values, name, value);
  return { queryStringParameters: lastOf(values), multiValueQueryStringParameters: Object.fromEntries(values) };
}

function append(values: Map<string, string[]>, name: string, value: string): void {
  const known = values.get(name);
  if (known) known.push(value);
  else values.set(name, [value]);
}

function lastOf(values: Map<string, string[]>): Record<string, string> {
  return Object.fromEntries([...values].map(([name, all]) => [name, all.at(-1) ?? '']));
}

/** The TCP peer, never a header: a client could forge that. */
export function sourceIpOf(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

/** The host the client addressed, without the port. */
export function domainNameOf(request: IncomingMessage): string {
  return (request.headers.host ?? 'localhost').replace(/:\d+$/, '');
}

/** Common Log Format, as in `requestContext.requestTime`: `21/Nov/2026:08:03:00 +0000`. */
export function requestTimeOf(epochMs: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(epochMs).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}

function traceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')}`;
}
