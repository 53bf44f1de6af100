import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { type Gateway, startGateway } from '../../../infra/local/services/api-gateway/server.ts';
import { authorizerOf, deferred, Functions } from './doubles.ts';
import { restApi } from './template.ts';

/* Requirements: API5. */

const REQUEST_MS = 100;

let gateway: Gateway | undefined;
afterEach(() => gateway?.stop());

const start = async (functions: Functions): Promise<{ open(): Promise<Socket> }> => {
  gateway = await startGateway({
    resources: restApi({ 'ANY /auth/{proxy+}': { function: 'auth' } }),
    invoker: functions,
    authorizer: authorizerOf(),
    port: 0,
    limits: { requestMs: REQUEST_MS },
    log: () => undefined,
  });
  const port = Number(new URL(gateway.url).port);
  return {
    open: async () => {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    },
  };
};

test.each([
  ['its headers', 'POST /auth/login HTTP/1.1\r\nHost: localhost\r\nContent-'],
  ['its body', 'POST /auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"email":'],
])('R12: a request that stops in the middle of %s is answered 408, and its connection ends', async (_, half) => {
  const functions = new Functions({ auth: () => ({ statusCode: 200, body: '{}' }) });
  const { open } = await start(functions);
  const sockets = await Promise.all(Array.from({ length: 20 }, open));
  for (const socket of sockets) socket.write(half);
  const answers = await Promise.all(sockets.map((socket) => text(socket)));
  expect(answers.every((answer) => answer.startsWith('HTTP/1.1 408 '))).toBe(true);
  expect(functions.calls).toEqual([]);
});

test('R12: a request that is there in time is answered, however long the answer takes', async () => {
  const answer = deferred<object>();
  const { open } = await start(new Functions({ auth: () => answer.promise }));
  const waiting = fetch(`${gateway?.url}/auth/login`, { method: 'POST', body: '{}' });
  const late = await open();
  late.write('POST /auth/login HTTP/1.1\r\n');
  expect(await text(late)).toMatch(/^HTTP\/1\.1 408 /);
  answer.resolve({ statusCode: 200, body: '{}' });
  expect((await waiting).status).toBe(200);
});
