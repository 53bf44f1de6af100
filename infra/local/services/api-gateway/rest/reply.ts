import type { ServerResponse } from 'node:http';
import { GatewayFailure } from './failure.ts';

export type Reply = { statusCode: number; headers: Map<string, string[]>; body: Buffer };

const FIELDS = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']);

/** Response headers API Gateway keeps for itself; a function's value arrives as `x-amzn-Remapped-<name>`. */
const REMAPPED = new Set([
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'host',
  'server',
  'transfer-encoding',
  'user-agent',
  'www-authenticate',
]);

/**
 * Reads what a function returned as a proxy response. Fields may be missing, but a field of another name or type is
 * what API Gateway calls a malformed Lambda proxy response.
 *
 * @param decode whether the client accepts binary, so that `isBase64Encoded` is honoured
 * @throws GatewayFailure MALFORMED_RESPONSE
 */
export function readReply(payload: unknown, decode: boolean): Reply {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    throw malformed(`not an object but ${JSON.stringify(payload)?.slice(0, 80)}`);
  }
  const stranger = Object.keys(payload).find((name) => !FIELDS.has(name));
  if (stranger) throw malformed(`unknown field ${stranger}`);
  const { statusCode = 200, headers, multiValueHeaders, body, isBase64Encoded } = payload as Record<string, unknown>;
  if (body !== undefined && body !== null && typeof body !== 'string') throw malformed('body is not a string');
  return {
    statusCode: readStatus(statusCode),
    headers: readHeaders(headers, multiValueHeaders),
    body: Buffer.from(body ?? '', isBase64Encoded === true && decode ? 'base64' : 'utf8'),
  };
}

/** @throws GatewayFailure MALFORMED_RESPONSE */
export function readStatus(statusCode: unknown): number {
  const status = typeof statusCode === 'string' ? Number(statusCode) : statusCode;
  if (!Number.isInteger(status) || Number(status) < 100 || Number(status) > 599) {
    throw malformed(`statusCode ${JSON.stringify(statusCode)}`);
  }
  return Number(status);
}

/** Merges both kinds of headers; where both name one, the many values win. */
export function readHeaders(single: unknown, multi: unknown): Map<string, string[]> {
  const merged = new Map<string, string[]>();
  const add = (name: string, value: unknown, many: boolean) => {
    const values = many ? value : [value];
    if (!Array.isArray(values)) throw malformed(`multiValueHeaders.${name} is not a list`);
    for (const one of values) {
      if (!['string', 'number', 'boolean'].includes(typeof one)) throw malformed(`header ${name} is a ${typeof one}`);
    }
    const lower = name.toLowerCase();
    merged.set(REMAPPED.has(lower) ? `x-amzn-remapped-${lower}` : lower, values.map(String));
  };
  for (const [source, many] of [
    [single, false],
    [multi, true],
  ] as const) {
    if (source === undefined || source === null) continue;
    if (typeof source !== 'object' || Array.isArray(source)) throw malformed('headers are not an object');
    for (const [name, value] of Object.entries(source)) add(name, value, many);
  }
  return merged;
}

/** Writes status and headers with what API Gateway adds: a request id, and JSON as the type of an untyped body. */
export function writeHead(
  response: ServerResponse,
  { statusCode, headers, requestId }: { statusCode: number; headers: Map<string, string[]>; requestId: string },
): void {
  response.statusCode = statusCode;
  if (!headers.has('content-type')) response.setHeader('Content-Type', 'application/json');
  response.setHeader('x-amzn-RequestId', requestId);
  for (const [name, values] of headers) setHeader(response, name, values);
}

function setHeader(response: ServerResponse, name: string, values: string[]): void {
  try {
    response.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
  } catch (cause) {
    throw new GatewayFailure('MALFORMED_RESPONSE', `header ${name} cannot be sent`, { cause });
  }
}

function malformed(detail: string): GatewayFailure {
  return new GatewayFailure('MALFORMED_RESPONSE', `malformed Lambda proxy response: ${detail}`);
}
