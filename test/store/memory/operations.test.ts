import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryOperations } from '../../../functions/projects/memory/operations.ts';
import type { Reply } from '../../../functions/routing/reply/reply.ts';
import { Router } from '../../../functions/routing/router.ts';
import { startOfflineModel } from '../../../infra/local/stand-ins/offline-model/server.ts';
import { startVectors } from '../../../infra/local/stand-ins/qdrant/server.ts';
import { createAgent, newAgentSchema } from '../../../shared/agents/index.ts';
import { ENV } from '../../../shared/core/environment.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { startTestTable } from '../../support/table.ts';

/* Requirements: MEM3. */

const alice = authenticated({ userId: 'alice' }).inProject('default');
const bob = authenticated({ userId: 'bob' }).inProject('default');
const router = new Router(memoryOperations);
const stops: (() => unknown)[] = [];

/** Secrets Manager, as far as it is asked here. */
const startSecrets = async (secrets: Record<string, object>): Promise<string> => {
  const server = createServer(async (request, response) => {
    const { SecretId } = JSON.parse(await text(request)) as { SecretId: string };
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ Name: SecretId, SecretString: JSON.stringify(secrets[SecretId]) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  const [table, model, vectors] = await Promise.all([startTestTable(), startOfflineModel(), startVectors()]);
  stops.push(
    () => table.stop(),
    () => model.stop(),
    () => vectors.stop(),
  );
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = await startSecrets({
    provider: { base_url: model.url, api_key: '' },
    vectors: { url: vectors.url },
  });
  process.env[ENV.providerSecret] = 'provider';
  process.env[ENV.vectorsSecret] = 'vectors';
  process.env[ENV.embeddingModel] = 'offline-embedding';
  const sage = newAgentSchema.parse({ name: 'sage', system_prompt: 'Be wise.' });
  for (const scope of [alice, bob]) await createAgent(scope, sage);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

type Asking = { scope?: typeof alice; query?: Record<string, string>; body?: unknown };

/** One request past authentication: found by its route, its input read by the operation's own schemas. */
const ask = async (method: string, path: string, { scope = alice, query = {}, body }: Asking = {}): Promise<Reply> => {
  const match = router.match(method, path);
  if (match.kind !== 'operation') throw new Error(`${method} ${path} leads ${match.kind}.`);
  const { operation, params } = match;
  const context = {
    scope: scope.user,
    project: scope,
    params,
    query: operation.query.parse(query),
    body: operation.body.parse(body),
    request: { id: 'r', sourceIp: '', userAgent: '', headers: {}, cookies: {}, basePath: '' },
  };
  const answer = await operation.handle(context as never);
  operation.success.schema?.parse(answer.body);
  return answer;
};

const CONTEXT = '/my/agents/sage/context';
const textsOf = ({ body }: Reply) => (body as { items: { text: string }[] }).items.map((item) => item.text);

test('an agent’s memory can be added, found, listed and forgotten', async () => {
  const made = await ask('POST', CONTEXT, { body: { text: 'Alice lives in Lisbon', tags: ['home'], pinned: true } });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ text: 'Alice lives in Lisbon', type: 'note', pinned: true, score: null });
  await ask('POST', CONTEXT, { body: { text: 'Invoices are due on Friday', type: 'fact', success: false } });

  const [best] = textsOf(await ask('GET', CONTEXT, { query: { query: 'Where does Alice live?', limit: '1' } }));
  expect(best).toBe('Alice lives in Lisbon');
  expect(textsOf(await ask('GET', CONTEXT, { query: { success: 'false' } }))).toEqual(['Invoices are due on Friday']);

  const { id } = made.body as { id: string };
  expect((await ask('DELETE', CONTEXT, { query: { ids: `${id},mem_other` } })).body).toEqual({ deleted: 1 });
  expect((await ask('DELETE', CONTEXT)).body).toEqual({ deleted: 1 });
  expect(textsOf(await ask('GET', CONTEXT))).toEqual([]);
});

test('pages of a list follow one another, and a cursor of another list is refused', async () => {
  const lines = Array.from({ length: 5 }, (_, n) => JSON.stringify({ id: `n${n}`, text: `number ${n}` })).join('\n');
  expect((await ask('POST', `${CONTEXT}/import`, { body: lines })).body).toEqual({ imported: 5 });
  const first = await ask('GET', CONTEXT, { query: { limit: '3' } });
  const cursor = (first.body as { next_cursor: string }).next_cursor;
  const second = await ask('GET', CONTEXT, { query: { limit: '3', cursor } });
  expect([...textsOf(first), ...textsOf(second)]).toEqual([4, 3, 2, 1, 0].map((n) => `number ${n}`));
  expect((second.body as { next_cursor: null }).next_cursor).toBeNull();
  const oldest = await ask('GET', CONTEXT, { query: { limit: '3', order: 'asc' } });
  const after = (oldest.body as { next_cursor: string }).next_cursor;
  const rest = await ask('GET', CONTEXT, { query: { limit: '3', order: 'asc', cursor: after } });
  expect([...textsOf(oldest), ...textsOf(rest)]).toEqual([0, 1, 2, 3, 4].map((n) => `number ${n}`));
  const searched = ask('GET', CONTEXT, { query: { query: 'number', order: 'asc' } });
  await expect(searched).rejects.toMatchObject({ status: 422 });
  const foreign = Buffer.from('agt_x').toString('base64url');
  await expect(ask('GET', CONTEXT, { query: { cursor: foreign } })).rejects.toMatchObject({ status: 422 });
  await expect(ask('GET', `${CONTEXT}/export`, { query: { cursor: foreign } })).rejects.toMatchObject({ status: 422 });
});

test('statistics, export and prune cover the same memories', async () => {
  expect((await ask('GET', `${CONTEXT}/stats`)).body).toMatchObject({
    count: 5,
    max_vectors: 10_000,
    success_rate: null,
  });
  const exported = await ask('GET', `${CONTEXT}/export`);
  expect(exported.headers?.['content-type']).toBe('application/x-ndjson');
  expect(String(exported.body).trim().split('\n')).toHaveLength(5);
  expect((await ask('POST', `${CONTEXT}/prune`, { body: { max_vectors: 2 } })).body).toEqual({ deleted: 3 });
  await expect(ask('POST', `${CONTEXT}/prune`, { body: {} })).rejects.toThrow('Say what to prune');
});

test('another user’s agent of the same name has none of the memories', async () => {
  expect(textsOf(await ask('GET', CONTEXT, { scope: bob, query: { query: 'number' } }))).toEqual([]);
  expect((await ask('DELETE', CONTEXT, { scope: bob })).body).toEqual({ deleted: 0 });
  expect((await ask('GET', `${CONTEXT}/stats`)).body).toMatchObject({ count: 2 });
});

test('the memory of an agent that does not exist is not found', async () => {
  await expect(ask('GET', '/my/agents/nobody/context')).rejects.toMatchObject({ status: 404 });
});

test('the same operations exist under a named project', () => {
  expect(router.match('GET', '/my/projects/prj_1/agents/sage/context/stats').kind).toBe('operation');
});
