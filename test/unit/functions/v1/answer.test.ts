import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { emptyReply, type Operation, operation } from '../../../../functions/routing/operation.ts';
import { streamResponse } from '../../../../functions/v1/stream-response.ts';
import { TooManyRequests } from '../../../../shared/core/errors.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { always } from '../../../support/admit.ts';

type Head = { statusCode: number; headers: Record<string, string> };

const request = (path: string, headers: Record<string, string> = {}): APIGatewayProxyEvent =>
  ({
    path,
    httpMethod: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
    isBase64Encoded: false,
    requestContext: { requestId: 'req-1', identity: { sourceIp: '127.0.0.1' } },
  }) as unknown as APIGatewayProxyEvent;

const contextOf = (left: number) => ({ awsRequestId: 'req-1', getRemainingTimeInMillis: () => left }) as Context;

/** An operation at this path that answers with whatever the test wants. */
const doing = (path: string, handle: (signal: AbortSignal) => AsyncGenerator<string>): Operation =>
  operation({
    method: 'POST',
    path,
    summary: 'A test',
    access: 'user',
    body: z.object({}),
    success: { status: 200 },
    handle: async ({ request: { signal } }) => ({
      ...emptyReply(200, { headers: { 'content-type': 'text/event-stream' } }),
      stream: handle(signal as AbortSignal),
    }),
  });

const ask = (
  operations: Operation[],
  event: APIGatewayProxyEvent,
  { left = 900_000, tokens = [] as string[] } = {},
): { client: PassThrough; head: Promise<Head>; done: Promise<void> } => {
  const client = new PassThrough();
  const head = Promise.withResolvers<Head>();
  const identity = {
    scope: authenticated({ userId: 'alice' }),
    projectId: 'prj_home',
    via: 'key' as const,
    credential: 'key',
    tier: 'standard',
  };
  const begin = (given: Head) => {
    head.resolve(given);
    return client;
  };
  const authenticate = async (token: string) => {
    tokens.push(token);
    return identity;
  };
  const done = streamResponse(event, contextOf(left), client, begin, { operations, authenticate, admit: always });
  return { client, head: head.promise, done };
};

test('a streamed answer goes out piece by piece', async () => {
  const gate = Promise.withResolvers<void>();
  async function* pieces() {
    yield 'one ';
    await gate.promise;
    yield 'two';
  }
  const { client, head, done } = ask([doing('/v1/test', pieces)], request('/v1/test', { 'x-api-key': 'k' }));
  expect(await head).toMatchObject({ statusCode: 200, headers: { 'content-type': 'text/event-stream' } });
  const [first] = await once(client, 'data');
  expect(String(first)).toBe('one ');
  gate.resolve();
  expect(await text(client)).toBe('two');
  await done;
});

test('a client that goes away ends the work done for it, before the invocation ends', async () => {
  const log: string[] = [];
  async function* pieces(signal: AbortSignal) {
    try {
      yield 'one';
      await once(signal, 'abort');
    } finally {
      log.push(String(signal.reason));
    }
  }
  const { client, head, done } = ask([doing('/v1/test', pieces)], request('/v1/test', { 'x-api-key': 'k' }));
  await head;
  client.destroy();
  await done;
  expect(log).toEqual(['ClientGone: The client closed the connection.']);
});

test('an operation learns in time that its invocation is about to end', async () => {
  async function* pieces(signal: AbortSignal) {
    if (!signal.aborted) await once(signal, 'abort');
    yield String(signal.reason);
  }
  // The function's last five seconds begin a twentieth of a second from now.
  const { client, done } = ask([doing('/v1/test', pieces)], request('/v1/test', { 'x-api-key': 'k' }), { left: 5_050 });
  expect(await text(client)).toBe('Unavailable: The answer took too long.');
  await done;
});

test('a key in x-api-key is a bearer token, unless there is an Authorization header', async () => {
  async function* nothing() {
    yield '';
  }
  const tokens: string[] = [];
  for (const more of [undefined, 'Bearer two']) {
    const headers = { 'X-Api-Key': 'one', ...(more && { Authorization: more }) };
    const { client, done } = ask([doing('/v1/test', nothing)], request('/v1/test', headers), { tokens });
    client.resume();
    await done;
  }
  expect(tokens).toEqual(['one', 'two']);
});

test.each([
  ['/v1/chat/completions', {}, { error: { type: 'rate_limit_error', code: 'too_many_requests', param: null } }],
  ['/v1/messages', {}, { type: 'error', error: { type: 'rate_limit_error' }, request_id: 'req-1' }],
  ['/v1/models', { 'anthropic-version': '2023-06-01' }, { type: 'error', error: { type: 'rate_limit_error' } }],
])('a refusal at %s has the shape its clients expect', async (path, headers, body) => {
  const refusing = operation({
    method: 'POST',
    path,
    summary: 'A test',
    access: 'user',
    body: z.object({}),
    success: { status: 200 },
    handle: async () => {
      throw new TooManyRequests('Later.', { retryAfter: 2.5 });
    },
  });
  const { client, head, done } = ask([refusing], request(path, { 'x-api-key': 'k', ...headers }));
  expect(await head).toMatchObject({ statusCode: 429, headers: { 'retry-after': '3', 'x-request-id': 'req-1' } });
  expect(JSON.parse(await text(client))).toMatchObject(body);
  await done;
});
