import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { authenticated } from '../../../shared/core/scope.ts';
import { MemoryUnavailable, memoryOver } from '../../../shared/memory/index.ts';
import { took } from '../../support/pace.ts';

const alice = authenticated({ userId: 'alice' }).inProject('default');

const over = (url: string) =>
  memoryOver({
    settings: async () => ({ url, isolation: 'tenant', apiKey: 'key-of-the-store' }),
    embed: async ({ texts }) => ({
      vectors: texts.map(() => [1, 0]),
      usage: { promptTokens: 1, estimated: false },
      model: 'm',
      dimensions: 2,
      calls: 1,
    }),
  });

const answering = async (status: number, body: string, headers: Record<string, string> = {}) => {
  const seen: { path: string | undefined; key: unknown }[] = [];
  const server = createServer((request, response) => {
    seen.push({ path: request.url, key: request.headers['api-key'] });
    response.writeHead(status, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // So that it is never the server who ends a connection.
  server.keepAliveTimeout = 60_000;
  return {
    seen,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
};

test('an unreachable store makes memory unavailable, for every operation', async () => {
  const memory = over('http://127.0.0.1:1');
  const operations = [
    () => memory.recall(alice, 'a', { query: 'x' }),
    () => memory.remember(alice, 'a', { text: 'x' }),
    () => memory.list(alice, 'a'),
    () => memory.forget(alice, 'a', { all: true }),
    () => memory.stats(alice, 'a'),
    () => memory.prune(alice, 'a', { maxVectors: 1 }),
    () => memory.removeTenant(alice, 'a'),
    () => memory.exportPart(alice, 'a'),
    () => memory.importAll(alice, 'a', '{"text": "x"}'),
  ];
  for (const operation of operations) await expect(operation()).rejects.toBeInstanceOf(MemoryUnavailable);
});

test.each([
  [500, '{"status": {"error": "secret detail"}}'],
  [401, 'unauthorized'],
  [200, '<html>'],
  [200, '{}'],
])('a store that answers %i %s makes memory unavailable, and what it said stays inside', async (status, body) => {
  await using store = await answering(status, body);
  const failure = await over(store.url)
    .recall(alice, 'a', { query: 'x' })
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MemoryUnavailable);
  expect((failure as Error).message).not.toContain('secret');
  expect(store.seen[0]).toEqual({ path: '/collections/artel_memory_2/exists', key: 'key-of-the-store' });
});

test('an aborted memory call throws its own reason', async () => {
  const reason = new Error('cancelled by alice');
  const signal = AbortSignal.abort(reason);
  await expect(over('http://127.0.0.1:1').recall(alice, 'a', { query: 'x', signal })).rejects.toBe(reason);
});

test('an empty query is a mistake of the caller', async () => {
  await expect(over('http://127.0.0.1:1').recall(alice, 'a', { query: ' ' })).rejects.toThrow(RangeError);
});

test('a memory call aborted while the store works closes the connection and throws its own reason', async () => {
  const { promise: asked, resolve: arrived } = Promise.withResolvers<void>();
  const { promise: closed, resolve: gone } = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/query')) {
      response.on('close', gone);
      return arrived();
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"result": {"exists": true}}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reason = new Error('cancelled by alice');
  const stop = new AbortController();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const recalling = over(url).recall(alice, 'a', { query: 'x', signal: stop.signal });
  await Promise.all([asked.then(() => stop.abort(reason)), expect(recalling).rejects.toBe(reason), closed]);
  server.close();
});

test('a store that redirects is not followed with its key', async () => {
  await using elsewhere = await answering(200, '{}');
  await using store = await answering(307, '', { location: elsewhere.url });
  await expect(over(store.url).recall(alice, 'a', { query: 'x' })).rejects.toBeInstanceOf(MemoryUnavailable);
  expect(elsewhere.seen).toEqual([]);
});

test('a store may lie under a path of its server', async () => {
  await using store = await answering(500, '');
  await expect(over(`${store.url}vectors/`).list(alice, 'a')).rejects.toBeInstanceOf(MemoryUnavailable);
  expect(store.seen[0]?.path).toBe('/vectors/collections');
});

test('a connection to the store that is kept alive keeps no process alive', async () => {
  await using store = await answering(200, '{"result": {"collections": []}}');
  const script = `
    import { authenticated } from './shared/core/scope.ts';
    import { memoryOver } from './shared/memory/index.ts';
    const memory = memoryOver({ settings: async () => ({ url: '${store.url}', isolation: 'tenant' }) });
    const { items } = await memory.list(authenticated({ userId: 'alice' }).inProject('default'), 'a');
    process.stdout.write(String(items.length));`;
  const running = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(running, 'exit');
  expect(String((await once(running.stdout, 'data'))[0])).toBe('0');
  // The client keeps connections for ten seconds; a process they held would outlast this.
  expect(await took(() => ended)).toBeLessThan(8_000);
  expect(await ended).toEqual([0, null]);
});
