import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type Gateway, startGateway } from '../../../infra/local/services/api-gateway/server.ts';
import { took } from '../../support/pace.ts';
import { Client } from './client.ts';
import { authorizerOf, Functions } from './doubles.ts';
import { API, restApi, socketApi } from './template.ts';

const RESOURCES = [
  ...restApi({ 'GET /events': { function: 'events', stream: true }, 'GET /slow': { function: 'slow' } }),
  ...socketApi('socket', ['$connect', '$disconnect', '$default']),
];
const SECOND = 1000;

function start(functions: Functions, port = 0): Promise<Gateway> {
  const log = () => undefined;
  return startGateway({ resources: RESOURCES, invoker: functions, authorizer: authorizerOf(), port, log });
}

test('a port in use rejects with EADDRINUSE', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(start(new Functions({}), port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});

test('a template API Gateway would refuse is not served', async () => {
  const resources = RESOURCES.map((one) => (one === API ? { ...API, properties: {} } : one));
  const starting = startGateway({ resources, invoker: new Functions({}), authorizer: authorizerOf(), port: 0 });
  await expect(starting).rejects.toThrow('endpoint type EDGE');
});

test('stop ends streams, sockets and hanging requests within a second and frees the port', async () => {
  async function* endless() {
    yield new TextEncoder().encode('first\n');
    await new Promise(() => undefined);
  }
  const hang = () => new Promise(() => undefined);
  const functions = new Functions({
    events: () => ({ kind: 'stream', statusCode: 200, headers: {}, cookies: [], body: endless() }),
    slow: hang,
    socket: (event: { requestContext: { eventType: string } }) =>
      event.requestContext.eventType === 'DISCONNECT' ? hang() : { statusCode: 200 },
  });
  const gateway = await start(functions);
  const client = await Client.open(gateway.socketUrl);
  const reader = (await fetch(`${gateway.url}/events`)).body!.getReader();
  await reader.read();
  const slow = fetch(`${gateway.url}/slow`).catch((error: Error) => error.message);
  await functions.begun(3);
  expect(await took(() => gateway.stop())).toBeLessThan(SECOND);
  await expect(reader.read()).rejects.toThrow('terminated');
  expect((await client.closed).code).toBeOneOf([1001, 1006]);
  expect(await slow).toBe('fetch failed');
  const again = await start(new Functions({}), Number(new URL(gateway.url).port));
  await again.stop();
});

test('stop does not wait for a $connect that hangs', async () => {
  const functions = new Functions({ socket: () => new Promise(() => undefined) });
  const gateway = await start(functions);
  const opening = Client.open(gateway.socketUrl).catch((error: Error) => error.message);
  await functions.begun(1);
  expect(await took(() => gateway.stop())).toBeLessThan(SECOND);
  expect(await opening).toBe('socket hang up');
});

test('stop lets a request that is almost done finish', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const functions = new Functions({ slow: () => promise });
  const gateway = await start(functions);
  const answer = fetch(`${gateway.url}/slow`);
  await functions.begun(1);
  const stopped = gateway.stop();
  resolve({ statusCode: 200, body: 'done' });
  expect(await (await answer).text()).toBe('done');
  await stopped;
});
