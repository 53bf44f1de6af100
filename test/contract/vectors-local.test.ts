import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QdrantClient } from '@qdrant/js-client-rest';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startVectors, type Vectors } from '../../infra/local/stand-ins/qdrant/server.ts';

let folder: string;
let file: string;
let store: Vectors;
let client: QdrantClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
  file = join(folder, 'vectors.sqlite');
  await open();
});

afterEach(async () => {
  await store.stop();
  await rm(folder, { recursive: true });
});

async function open() {
  store = await startVectors({ file });
  client = clientOf(store.url);
}

const clientOf = (url: string) => new QdrantClient({ url, checkCompatibility: false });
const size3 = { vectors: { size: 3, distance: 'Cosine' } } as const;

test('the vector store refuses what it does not support instead of ignoring it', async () => {
  await client.createCollection('plain', size3);
  const geo = { must: [{ key: 'place', geo_radius: { center: { lat: 1, lon: 1 }, radius: 5 } }] };
  await expect(client.count('plain', { filter: geo })).rejects.toMatchObject({
    status: 400,
    data: { status: { error: 'Not supported by the local vector store: the condition geo_radius' } },
  });
  const refused = [
    client.query('plain', { query: { fusion: 'dbsf' }, prefetch: { query: [1, 0, 0] } }),
    client.query('plain', { query: { recommend: { positive: [1] } } }),
    client.query('plain', { query: [1, 0, 0], using: 'image' }),
    client.createCollection('named', { vectors: { a: { size: 3, distance: 'Dot' } } }),
    client.createCollection('manhattan', { vectors: { size: 3, distance: 'Manhattan' } }),
    client.createPayloadIndex('plain', { field_name: 'place', field_schema: 'geo' }),
    client.listSnapshots('plain'),
  ];
  for (const outcome of await Promise.allSettled(refused)) {
    expect(outcome).toMatchObject({
      reason: { status: 400, data: { status: { error: expect.stringMatching(/^Not supported/) } } },
    });
  }
});

test('the vector store requires its API key', async () => {
  const locked = await startVectors({ apiKey: 'secret' });
  try {
    const ask = (headers: Record<string, string>) => fetch(`${locked.url}/collections`, { headers });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ 'api-key': 'wrong' })).status).toBe(401);
    const allowed = await ask({ 'api-key': 'secret' });
    expect(await allowed.json()).toEqual({ result: { collections: [] }, status: 'ok', time: expect.any(Number) });
  } finally {
    await locked.stop();
  }
});

test('the vector store finds everything again after a restart: points, vectors, indexes and tenants', async () => {
  await client.createCollection('kept', size3);
  await client.createPayloadIndex('kept', { field_name: 'tenant', field_schema: { type: 'keyword', is_tenant: true } });
  await client.createPayloadIndex('kept', { field_name: 'weight', field_schema: 'float' });
  const payload = (id: number) => ({ tenant: id === 3 ? 'bob' : 'alice', weight: id });
  await client.upsert('kept', {
    wait: true,
    points: [1, 2, 3].map((id) => ({ id, vector: [id, 1, 0], payload: payload(id) })),
  });
  await client.delete('kept', { wait: true, points: [1] });
  await client.setPayload('kept', { wait: true, points: [2], payload: { weight: 7 } });
  const query = { query: [1, 0, 0], with_payload: true, with_vector: true };
  const answer = await client.query('kept', query);
  const info = await client.getCollection('kept');
  await store.stop();
  await open();
  expect(await client.query('kept', query)).toEqual(answer);
  expect(answer.points.map(({ id }) => id)).toEqual([3, 2]);
  expect(await client.getCollection('kept')).toEqual(info);
  const filter = { must: [{ key: 'tenant', match: { value: 'alice' } }] };
  const ordered = await client.scroll('kept', { filter, order_by: { key: 'weight', direction: 'desc' } });
  expect(ordered.points).toMatchObject([{ id: 2, payload: { weight: 7 } }]);
});

test('the vector store keeps everything it acknowledged when its process is killed', async () => {
  const source = new URL('../../infra/local/stand-ins/qdrant/server.ts', import.meta.url);
  const script = `const { startVectors } = await import(${JSON.stringify(source.href)});
    process.stdout.write((await startVectors({ file: ${JSON.stringify(join(folder, 'killed.sqlite'))} })).url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [url] = (await once(child.stdout, 'data')) as [Buffer];
  const doomed = clientOf(url.toString());
  await doomed.createCollection('kept', size3);
  let acknowledged = 0;
  const writing = (async () => {
    for (;;) {
      await doomed.upsert('kept', { wait: true, points: [{ id: acknowledged, vector: [1, acknowledged, 0] }] });
      if (++acknowledged === 25) child.kill('SIGKILL');
    }
  })();
  await expect(writing).rejects.toThrow();
  const survivor = await startVectors({ file: join(folder, 'killed.sqlite') });
  try {
    const { count } = await clientOf(survivor.url).count('kept');
    // One more may have been written whose answer never came.
    expect([acknowledged, acknowledged + 1]).toContain(count);
    expect(acknowledged).toBeGreaterThanOrEqual(25);
  } finally {
    await survivor.stop();
  }
});
