import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type Gateway, type GatewayOptions, startGateway } from '../../../infra/local/services/api-gateway/server.ts';
import { FunctionError, type InvokeOptions, Throttled } from '../../../infra/local/services/lambda/invoker.ts';
import { authorizerOf, deferred, Functions, ManualTimers } from './doubles.ts';
import { restApi } from './template.ts';

let gateway: Gateway | undefined;
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

const MAX_MS = 15 * 60_000;
const RESOURCES = restApi({ 'GET /events': { function: 'events', stream: true, timeoutMs: MAX_MS } });

async function start(functions: Functions, options: Partial<GatewayOptions> = {}): Promise<string> {
  const log = () => undefined;
  const authorizer = authorizerOf();
  gateway = await startGateway({ resources: RESOURCES, invoker: functions, authorizer, port: 0, log, ...options });
  return `${gateway.url}/events`;
}

function streamed(body: AsyncIterable<Uint8Array>) {
  return {
    kind: 'stream',
    statusCode: 200,
    headers: { 'content-type': 'application/x-ndjson' },
    cookies: ['a=1'],
    body,
  };
}
const bytes = (text: string) => new TextEncoder().encode(text);

test('a chunk reaches the client before the function writes the next', async () => {
  const next = deferred();
  async function* body() {
    yield bytes('first\n');
    await next.promise;
    yield bytes('second\n');
  }
  const url = await start(new Functions({ events: () => streamed(body()) }));
  const response = await fetch(url);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toBe('first\n');
  next.resolve();
  expect((await reader.read()).value).toBe('second\n');
  expect((await reader.read()).done).toBe(true);
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  expect(response.headers.getSetCookie()).toEqual(['a=1']);
});

test('status and headers arrive before the first chunk', async () => {
  const never = deferred();
  async function* body() {
    await never.promise;
    yield bytes('late');
  }
  const url = await start(new Functions({ events: () => streamed(body()) }));
  expect((await fetch(url)).status).toBe(200);
});

test('a client that leaves aborts the invocation', async () => {
  const aborted = deferred();
  async function* body() {
    yield bytes('first\n');
    await new Promise(() => undefined);
  }
  const events = (_event: unknown, { signal }: InvokeOptions) => {
    signal?.addEventListener('abort', () => aborted.resolve());
    return streamed(body());
  };
  const url = await start(new Functions({ events }));
  const leaving = new AbortController();
  const response = await fetch(url, { signal: leaving.signal });
  await response.body!.getReader().read();
  leaving.abort();
  await aborted.promise;
});

test('a client that does not read holds the function back', async () => {
  let produced = 0;
  const chunk = new Uint8Array(256 * 1024);
  const total = 400;
  async function* body() {
    while (produced < total) {
      produced += 1;
      yield chunk;
    }
  }
  const url = await start(new Functions({ events: () => streamed(body()) }));
  const response = deferred<import('node:http').IncomingMessage>();
  request(url, { family: 4 }, (incoming) => response.resolve(incoming.pause())).end();
  const incoming = await response.promise;
  let before = -1;
  // The kernel's buffers fill up, then nothing moves any more.
  while (before !== produced) {
    before = produced;
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(produced).toBeLessThan(total);
  let received = 0;
  for await (const part of incoming) received += part.length;
  expect(received).toBe(total * chunk.length);
});

test.each([
  [
    'throws',
    () => {
      throw new FunctionError('Error', 'boom');
    },
    502,
  ],
  [
    'is throttled',
    () => {
      throw new Throttled('events');
    },
    500,
  ],
  ['answers without streaming', () => ({ statusCode: 200 }), 502],
])('a streamed function that %s answers with a plain error', async (_case, events, status) => {
  const url = await start(new Functions({ events }));
  expect((await fetch(url)).status).toBe(status);
});

test('a body that fails midway cuts the connection, so the client cannot mistake it for complete', async () => {
  async function* body() {
    yield bytes('first\n');
    throw new Error('lost');
  }
  const url = await start(new Functions({ events: () => streamed(body()) }));
  const response = await fetch(url);
  await expect(response.text()).rejects.toThrow('terminated');
});

test('a stream idle for five minutes is cut', async () => {
  const timers = new ManualTimers();
  async function* body() {
    yield bytes('first\n');
    await new Promise(() => undefined);
  }
  const url = await start(new Functions({ events: () => streamed(body()) }), { timers });
  const reader = (await fetch(url)).body!.getReader();
  await reader.read();
  timers.advance(5 * 60_000);
  await expect(reader.read()).rejects.toThrow('terminated');
});

test('a stream is cut at the time-out of its integration although it is busy', async () => {
  const timers = new ManualTimers();
  const ticks: (() => void)[] = [];
  async function* body() {
    for (;;) {
      yield bytes('tick\n');
      const tick = deferred();
      ticks.push(tick.resolve);
      await tick.promise;
    }
  }
  const url = await start(new Functions({ events: () => streamed(body()) }), { timers });
  const reader = (await fetch(url)).body!.getReader();
  for (let minute = 0; minute < 14; minute += 1) {
    await reader.read();
    timers.advance(60_000);
    ticks.at(-1)?.();
  }
  await reader.read();
  timers.advance(60_000);
  await expect(reader.read()).rejects.toThrow('terminated');
});
