import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { postToConnection } from '../../../shared/platform/sockets.ts';

let silent: Server;
let asked = 0;
beforeAll(async () => {
  silent = createServer(() => {
    asked += 1;
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    [ENV.socketEndpoint]: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
});
afterAll(() => {
  vi.useRealTimers();
  silent.closeAllConnections();
  silent.close();
});

test('a call without an answer is retried twice, and fails within a request’s 29 seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const startedAt = Date.now();
  const passing = setInterval(() => vi.advanceTimersByTime(100), 1);
  const failure = await postToConnection('connection', 'text').catch((error: unknown) => error);
  clearInterval(passing);
  expect(failure).toMatchObject({ name: 'TimeoutError' });
  expect(asked).toBe(3);
  expect(Date.now() - startedAt).toBeLessThan(29_000);
});
