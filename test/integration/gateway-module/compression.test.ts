import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ModelEvent } from '../../../shared/gateway/index.ts';
import { callOf, eventsOf, failureOf, over, textOf } from './asking.ts';

const event = (content: string, finish_reason: string | null = null) =>
  `data: ${JSON.stringify({ model: 'm', choices: [{ index: 0, delta: { content }, finish_reason }] })}\n\n`;
const ANSWER = `${event('Good ')}${event('day', 'stop')}data: [DONE]\n\n`;

/** A proxy that compresses what nobody asked it to. */
const compressing = async (encoding: string, answer: (response: ServerResponse) => void) => {
  const asked: IncomingHttpHeaders[] = [];
  const closed: Promise<unknown>[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    closed.push(once(response, 'close'));
    request.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': encoding });
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    asked,
    closed,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
};

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])(
  'G11: an answer that a proxy compresses by %s is read, and the request did not ask for it',
  async (encoding, compress) => {
    await using server = await compressing(encoding, (response) => response.end(compress(ANSWER)));
    expect(textOf(await eventsOf(over(server.url).chat(callOf())))).toBe('Good day');
    expect(server.asked[0]?.['accept-encoding']).toBe('identity');
  },
);

test('G11: bytes that are not what their encoding promises are malformed, and say nothing of the upstream', async () => {
  await using server = await compressing('gzip', (response) => response.end(ANSWER));
  expect((await failureOf(eventsOf(over(server.url).chat(callOf())))).reason).toBe('malformed');
});

test('a compressed answer that breaks off is cut', async () => {
  const begun = gzipSync(event('word '.repeat(2_000)), { finishFlush: 2 });
  await using server = await compressing('gzip', (response) => response.end(begun));
  expect((await failureOf(eventsOf(over(server.url).chat(callOf())))).reason).toBe('cut');
});

test('a compressed line that never ends is given up', async () => {
  await using server = await compressing('gzip', (response) =>
    response.end(gzipSync(`data: ${'x'.repeat(20 * 1024 * 1024)}`)),
  );
  expect((await failureOf(eventsOf(over(server.url).chat(callOf())))).reason).toBe('malformed');
});

test('a compressed answer that stalls is a time-out, and leaving one closes its connection', async () => {
  const begun = gzipSync(event('Good '), { finishFlush: 2 });
  await using server = await compressing('gzip', (response) => void response.write(begun));
  const seen: ModelEvent[] = [];
  const listening = (async () => {
    for await (const one of over(server.url, { idle: 1_000 }).chat(callOf())) seen.push(one);
  })();
  expect((await failureOf(listening)).reason).toBe('timeout');
  expect(textOf(seen)).toBe('Good ');
  for await (const _event of over(server.url).chat(callOf())) break;
  await Promise.all(server.closed);
});
