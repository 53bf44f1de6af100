import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test } from 'vitest';
import { callOf, eventsOf, failureOf, over, textOf } from './asking.ts';

const ANSWER =
  'data: {"model": "m", "choices": [{"index": 0, "delta": {"content": "Yes"}, "finish_reason": "stop"}]}\n\ndata: [DONE]\n\n';

const answered = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(ANSWER);
};

/** A provider; `requests` are the sockets they came by, in order. */
const provider = async (answer: (request: IncomingMessage, response: ServerResponse, nth: number) => void) => {
  const requests: Socket[] = [];
  const server = createServer((request, response) => {
    requests.push(request.socket);
    request.resume();
    request.once('end', () => answer(request, response, requests.length));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    requests,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
};

test('successive calls use the same connection', async () => {
  await using server = await provider((_request, response) => answered(response));
  for (let call = 0; call < 3; call += 1) expect(textOf(await eventsOf(over(server.url).chat(callOf())))).toBe('Yes');
  expect(server.requests).toHaveLength(3);
  expect(new Set(server.requests).size).toBe(1);
});

test('a kept connection that the provider closes at reuse is replaced, and the call does not fail', async () => {
  await using server = await provider((request, response, nth) =>
    nth === 2 ? request.socket.resetAndDestroy() : answered(response),
  );
  await eventsOf(over(server.url).chat(callOf()));
  expect(textOf(await eventsOf(over(server.url, { retries: 0 }).chat(callOf())))).toBe('Yes');
  expect(new Set(server.requests).size).toBe(2);
});

test('a connection that breaks at its first request fails the call', async () => {
  await using server = await provider((request) => void request.socket.resetAndDestroy());
  const failure = await failureOf(eventsOf(over(server.url, { retries: 0 }).chat(callOf())));
  expect(failure).toMatchObject({ kind: 'temporary', reason: 'unavailable' });
  expect(server.requests).toHaveLength(1);
});
