import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QdrantClient } from '@qdrant/js-client-rest';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVectors, type Vectors } from '../../infra/local/vectors/server.ts';

const real = process.env.QDRANT_URL;
const uuid = '0b6c4f0e-6a0f-4c39-9a7e-5b5f1a7c9d10';
let store: Vectors | undefined;
let client: QdrantClient;
let made = 0;

beforeAll(async () => {
  store = real ? undefined : await startVectors();
  client = new QdrantClient({ url: real ?? store?.url, checkCompatibility: false });
});

afterAll(() => store?.stop());

/** A collection of its own for a test, with five memories of two tenants. */
async function memories(distance: 'Cosine' | 'Dot' | 'Euclid' = 'Cosine'): Promise<string> {
  const name = `contract-${process.pid}-${++made}`;
  await client.deleteCollection(name);
  await client.createCollection(name, { vectors: { size: 3, distance } });
  const indexed = {
    tenant: { type: 'keyword', is_tenant: true },
    text: { type: 'text', tokenizer: 'word', lowercase: true },
    at: 'datetime',
    weight: 'float',
    uses: 'integer',
    pinned: 'bool',
  } as const;
  for (const [field_name, field_schema] of Object.entries(indexed)) {
    await client.createPayloadIndex(name, { field_name, field_schema, wait: true });
  }
  await client.upsert(name, {
    wait: true,
    points: [
      {
        id: 1,
        vector: [1, 0, 0],
        payload: {
          tenant: 'alice',
          text: 'Likes green tea',
          at: '2026-01-01T00:00:00Z',
          weight: 0.5,
          uses: 3,
          tags: ['tea', 'drink'],
        },
      },
      {
        id: 2,
        vector: [0.9, 0.1, 0],
        payload: {
          tenant: 'alice',
          text: 'Lives in Paris',
          at: '2026-02-01T12:00:00+02:00',
          weight: 1.5,
          uses: 1,
          pinned: true,
          meta: { source: 'chat' },
        },
      },
      {
        id: 3,
        vector: [0, 1, 0],
        payload: { tenant: 'alice', text: 'Дом у моря', at: '2026-03-01', weight: 2.5, uses: 2, tags: [], note: null },
      },
      {
        id: 4,
        vector: [1, 0, 0],
        payload: { tenant: 'bob', text: 'Likes coffee', weight: 3.5, uses: 9, pinned: false },
      },
      {
        id: uuid,
        vector: [0, 0, 1],
        payload: { tenant: 'bob', text: 'green coffee beans', meta: { source: 'import' } },
      },
    ],
  });
  return name;
}

const ids = (points: { id: string | number }[]) => points.map(({ id }) => id);
const by = (field: string, match: Record<string, unknown>) => ({ key: field, match }) as never;

async function matching(name: string, filter: object) {
  return ids((await client.scroll(name, { filter: filter as never, limit: 100 })).points);
}

describe('collections', () => {
  it('a collection exists once created, says its size, distance, indexes and points, and is gone once deleted', async () => {
    const name = await memories();
    expect(await client.collectionExists(name)).toEqual({ exists: true });
    expect((await client.getCollections()).collections).toContainEqual({ name });
    const info = await client.getCollection(name);
    expect(info.config.params.vectors).toMatchObject({ size: 3, distance: 'Cosine' });
    expect(info.points_count).toBe(5);
    expect(info.payload_schema.tenant).toMatchObject({ data_type: 'keyword', params: { is_tenant: true }, points: 5 });
    expect(await client.deleteCollection(name)).toBe(true);
    expect(await client.collectionExists(name)).toEqual({ exists: false });
    expect(await client.deleteCollection(name)).toBe(false);
  });

  it('creating a collection twice answers 409, using one that is not there 404', async () => {
    const name = await memories();
    await expect(client.createCollection(name, { vectors: { size: 3, distance: 'Dot' } })).rejects.toMatchObject({
      status: 409,
    });
    const missing = client.count('contract-nowhere');
    await expect(missing).rejects.toMatchObject({
      status: 404,
      data: { status: { error: "Not found: Collection `contract-nowhere` doesn't exist!" } },
    });
  });
});

describe('points', () => {
  it('retrieves what was stored, with the payload asked for and the vector normalised for cosine', async () => {
    const name = await memories();
    const [two, other] = await client.retrieve(name, {
      ids: [2, uuid, 77],
      with_vector: true,
      with_payload: ['meta.source'],
    });
    expect(two?.payload).toEqual({ meta: { source: 'chat' } });
    expect(Math.hypot(...(two!.vector as number[]))).toBeCloseTo(1, 5);
    expect(other?.id).toBe(uuid);
    const [without] = await client.retrieve(name, { ids: [2], with_payload: { exclude: ['meta', 'at', 'text'] } });
    expect(without?.payload).toEqual({ tenant: 'alice', weight: 1.5, uses: 1, pinned: true });
    expect(without?.vector ?? null).toBeNull();
  });

  it('an upsert replaces the whole point, and a batch upsert stores columns', async () => {
    const name = await memories();
    await client.upsert(name, { wait: true, points: [{ id: 1, vector: [0, 0, 1], payload: { tenant: 'bob' } }] });
    const [one] = await client.retrieve(name, { ids: [1], with_vector: true });
    expect(one).toMatchObject({ payload: { tenant: 'bob' }, vector: [0, 0, 1] });
    await client.upsert(name, {
      wait: true,
      batch: {
        ids: [8, 9],
        vectors: [
          [1, 0, 0],
          [0, 1, 0],
        ],
        payloads: [{ n: 8 }, { n: 9 }],
      },
    });
    expect(await matching(name, { must: [by('n', { any: [8, 9] })] })).toEqual([8, 9]);
    expect(await matching(name, { must: [by('tenant', { value: 'alice' })] })).toEqual([2, 3]);
  });

  it('a vector of the wrong size answers 400 and nothing of its batch is stored', async () => {
    const name = await memories();
    const points = [
      { id: 20, vector: [1, 0, 0] },
      { id: 21, vector: [1, 0] },
    ];
    await expect(client.upsert(name, { wait: true, points })).rejects.toMatchObject({
      status: 400,
      data: { status: { error: expect.stringContaining('expected dim: 3, got 2') } },
    });
    expect(await client.retrieve(name, { ids: [20] })).toEqual([]);
  });

  it('deletes by ids and by filter', async () => {
    const name = await memories();
    await client.delete(name, { wait: true, points: [1, 12345] });
    await client.delete(name, { wait: true, filter: { must: [by('tenant', { value: 'bob' })] } });
    expect(await matching(name, {})).toEqual([2, 3]);
    expect((await client.count(name)).count).toBe(2);
  });

  it('sets, nests, overwrites, removes and clears payload', async () => {
    const name = await memories();
    const payload = async (id: number) => (await client.retrieve(name, { ids: [id] }))[0]?.payload;
    await client.setPayload(name, { payload: { uses: 4, tenant: 'bob' }, points: [1], wait: true });
    expect(await payload(1)).toMatchObject({ uses: 4, tenant: 'bob', text: 'Likes green tea' });
    expect(await matching(name, { must: [by('tenant', { value: 'bob' })] })).toEqual([1, 4, uuid]);
    await client.setPayload(name, {
      payload: { page: 2 },
      key: 'meta',
      filter: { must: [{ has_id: [2] }] },
      wait: true,
    });
    expect(await payload(2)).toMatchObject({ meta: { source: 'chat', page: 2 } });
    await client.deletePayload(name, { keys: ['meta.source', 'text'], points: [2], wait: true });
    expect(await payload(2)).toMatchObject({ meta: { page: 2 }, weight: 1.5 });
    expect(await payload(2)).not.toHaveProperty('text');
    await client.overwritePayload(name, { payload: { only: 1 }, points: [3], wait: true });
    expect(await payload(3)).toEqual({ only: 1 });
    await client.clearPayload(name, { points: [3], wait: true });
    expect(await payload(3)).toEqual({});
  });
});

describe('filters', () => {
  const cases: [string, object, (string | number)[]][] = [
    ['match value of a string', { must: [by('tenant', { value: 'bob' })] }, [4, uuid]],
    ['a single condition without a list', { must: by('tenant', { value: 'bob' }) }, [4, uuid]],
    ['match value of a boolean', { must: [by('pinned', { value: true })] }, [2]],
    ['match value in an array', { must: [by('tags', { value: 'tea' })] }, [1]],
    ['match any', { must: [by('uses', { any: [1, 9] })] }, [2, 4]],
    ['match except', { must: [by('uses', { except: [1, 9] })] }, [1, 3]],
    ['match text needs every token', { must: [by('text', { text: 'coffee GREEN' })] }, [uuid]],
    ['match text_any needs one token', { must: [by('text', { text_any: 'paris моря' })] }, [2, 3]],
    ['range of numbers', { must: [{ key: 'weight', range: { gt: 0.5, lte: 2.5 } }] }, [2, 3]],
    ['range of dates', { must: [{ key: 'at', range: { gte: '2026-02-01T10:00:00Z', lt: '2026-04-01' } }] }, [2, 3]],
    ['has_id', { must: [{ has_id: [3, uuid, 99] }] }, [3, uuid]],
    ['is_empty', { must: [{ is_empty: { key: 'tags' } }] }, [2, 3, 4, uuid]],
    ['is_null', { must: [{ is_null: { key: 'note' } }] }, [3]],
    ['values_count', { must: [{ key: 'tags', values_count: { gte: 2 } }] }, [1]],
    ['a nested key', { must: [by('meta.source', { value: 'chat' })] }, [2]],
    ['should', { should: [by('uses', { value: 1 }), by('uses', { value: 2 })] }, [2, 3]],
    ['must_not', { must_not: [by('tenant', { value: 'alice' })] }, [4, uuid]],
    [
      'a filter in a filter',
      { must: [{ should: [by('uses', { value: 9 }), { must_not: [{ is_empty: { key: 'tags' } }] }] }] },
      [1, 4],
    ],
    [
      'min_should',
      {
        min_should: {
          conditions: [by('tenant', { value: 'alice' }), by('pinned', { value: true }), by('uses', { value: 3 })],
          min_count: 2,
        },
      },
      [1, 2],
    ],
  ];
  it.each(cases)('%s', async (_, filter, expected) => {
    const name = await memories();
    expect(await matching(name, filter)).toEqual(expected);
    const { count } = await client.count(name, { filter: filter as never, exact: true });
    expect(count).toBe(expected.length);
    const hits = await client.query(name, { query: [1, 1, 1], filter: filter as never, limit: 10 });
    expect(new Set(ids(hits.points))).toEqual(new Set(expected));
  });
});

describe('query', () => {
  it('answers the nearest first, within the tenant, over the threshold and after the offset', async () => {
    const name = await memories();
    const filter = { must: [by('tenant', { value: 'alice' })] };
    const { points } = await client.query(name, { query: [1, 0, 0], filter, limit: 2, with_payload: ['text'] });
    expect(ids(points)).toEqual([1, 2]);
    expect(points[0]).toMatchObject({ score: expect.closeTo(1, 5), payload: { text: 'Likes green tea' } });
    expect(ids((await client.query(name, { query: [1, 0, 0], filter, score_threshold: 0.5 })).points)).toEqual([1, 2]);
    expect(ids((await client.query(name, { query: [1, 0, 0], filter, offset: 1, limit: 1 })).points)).toEqual([2]);
  });

  it('euclid scores are distances, the smallest first; dot scores are products', async () => {
    const euclid = await client.query(await memories('Euclid'), { query: [0, 3, 0], limit: 1 });
    expect(euclid.points).toMatchObject([{ id: 3, score: expect.closeTo(2, 5) }]);
    const near = await client.query(await memories('Euclid'), { query: [0, 3, 0], score_threshold: 2.5 });
    expect(ids(near.points)).toEqual([3]);
    const dot = await client.query(await memories('Dot'), { query: [0, 3, 0], limit: 1 });
    expect(dot.points).toMatchObject([{ id: 3, score: expect.closeTo(3, 5) }]);
  });

  it('a point can be the query and is not its own hit', async () => {
    const { points } = await client.query(await memories(), { query: 1, limit: 2, with_vector: true });
    expect(ids(points)).toEqual([4, 2]);
    expect(points[0]?.vector).toEqual([1, 0, 0]);
  });

  it('fuses prefetches by reciprocal rank, each under the filter of the query', async () => {
    const name = await memories();
    const { points } = await client.query(name, {
      prefetch: [
        { query: [1, 0, 0], limit: 3 },
        { query: [0, 1, 0.1], filter: { must: [by('text', { text: 'Paris' })] }, limit: 3 },
      ],
      query: { fusion: 'rrf' },
      filter: { must: [by('tenant', { value: 'alice' })] },
      limit: 5,
    });
    expect(points).toMatchObject([
      { id: 2, score: expect.closeTo(1 / 3 + 1 / 2, 5) },
      { id: 1, score: expect.closeTo(1 / 2, 5) },
      { id: 3, score: expect.closeTo(1 / 4, 5) },
    ]);
  });

  it('a query over a prefetch ranks only what the prefetch found', async () => {
    const { points } = await client.query(await memories(), {
      prefetch: { query: [1, 0, 0], limit: 3 },
      query: [0, 1, 0],
    });
    expect(points[0]?.id).toBe(2);
    expect(points).toHaveLength(3);
  });

  it('a batch answers its queries in order', async () => {
    const name = await memories();
    const answers = await client.queryBatch(name, {
      searches: [
        { query: [0, 1, 0], limit: 1 },
        { query: [0, 0, 1], limit: 1 },
      ],
    });
    expect(answers.map(({ points }) => ids(points))).toEqual([[3], [uuid]]);
  });
});

describe('scroll and facet', () => {
  it('pages by id, numbers before UUIDs, until there is no next page', async () => {
    const name = await memories();
    const seen: (string | number)[] = [];
    let offset: string | number | undefined;
    do {
      const page = await client.scroll(name, { limit: 2, ...(offset !== undefined && { offset }) });
      seen.push(...ids(page.points));
      offset = (page.next_page_offset as string | number | null) ?? undefined;
    } while (offset !== undefined);
    expect(seen).toEqual([1, 2, 3, 4, uuid]);
  });

  it('orders by an indexed number or date from a value on, and refuses a key without an index', async () => {
    const name = await memories();
    const down = await client.scroll(name, {
      order_by: { key: 'weight', direction: 'desc', start_from: 2.5 },
      limit: 2,
    });
    expect(ids(down.points)).toEqual([3, 2]);
    expect(ids((await client.scroll(name, { order_by: 'at' })).points)).toEqual([1, 2, 3]);
    await expect(client.scroll(name, { order_by: 'unindexed' })).rejects.toMatchObject({ status: 400 });
  });

  it('counts the values of a key, the most frequent first', async () => {
    const { hits } = await client.facet(await memories(), { key: 'tenant', exact: true });
    expect(hits).toEqual([
      { value: 'alice', count: 3 },
      { value: 'bob', count: 2 },
    ]);
  });
});

it('a search finds exactly what comparing every vector finds, whatever was deleted, replaced or moved before', async () => {
  const name = `contract-${process.pid}-${++made}`;
  await client.createCollection(name, { vectors: { size: 4, distance: 'Dot' } });
  await client.createPayloadIndex(name, {
    field_name: 'tenant',
    field_schema: { type: 'keyword', is_tenant: true },
    wait: true,
  });
  const component = fc.integer({ min: -50, max: 50 });
  const vector = fc.tuple(component, component, component, component);
  const point = fc.record({ id: fc.nat({ max: 30 }), vector, tenant: fc.constantFrom('alice', 'bob') });
  const change = fc.oneof(
    fc.record({ upsert: fc.array(point, { minLength: 1, maxLength: 12 }) }),
    fc.record({ remove: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 5 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), vector, async (changes, query) => {
      const expected = new Map<number, { vector: number[]; tenant: string }>();
      await client.delete(name, { wait: true, filter: {} });
      for (const one of changes) {
        if ('upsert' in one) {
          const points = one.upsert.map(({ id, vector, tenant }) => ({ id, vector, payload: { tenant } }));
          await client.upsert(name, { wait: true, points });
          for (const { id, ...rest } of one.upsert) expected.set(id, rest);
        } else {
          await client.delete(name, { wait: true, points: one.remove });
          for (const id of one.remove) expected.delete(id);
        }
      }
      for (const tenant of ['alice', 'bob', undefined]) {
        const scores = [...expected.values()]
          .filter((point) => tenant === undefined || point.tenant === tenant)
          .map((point) => point.vector.reduce((sum, value, i) => sum + value * query[i]!, 0))
          .sort((a, b) => b - a)
          .slice(0, 5);
        const filter = tenant === undefined ? {} : { must: [by('tenant', { value: tenant })] };
        const found = await client.query(name, { query, filter, limit: 5 });
        expect(found.points.map(({ score }) => score)).toEqual(scores.map((score) => score + 0));
      }
    }),
    { numRuns: 40 },
  );
});

describe.skipIf(real)('the local store', () => {
  it('refuses what it does not support instead of ignoring it', async () => {
    const name = await memories();
    const geo = { must: [{ key: 'place', geo_radius: { center: { lat: 1, lon: 1 }, radius: 5 } }] };
    await expect(client.count(name, { filter: geo })).rejects.toMatchObject({
      status: 400,
      data: { status: { error: 'Not supported by the local vector store: the condition geo_radius' } },
    });
    await expect(
      client.query(name, { query: { fusion: 'dbsf' }, prefetch: { query: [1, 0, 0] } }),
    ).rejects.toMatchObject({ status: 400 });
    await expect(
      client.createCollection('named', { vectors: { a: { size: 3, distance: 'Dot' } } }),
    ).rejects.toMatchObject({ status: 400 });
    await expect(client.listSnapshots(name)).rejects.toMatchObject({ status: 400 });
  });

  it('demands its API key', async () => {
    const locked = await startVectors({ apiKey: 'secret' });
    try {
      const refused = await fetch(`${locked.url}/collections`, { headers: { 'api-key': 'wrong' } });
      expect(refused.status).toBe(401);
      const allowed = await fetch(`${locked.url}/collections`, { headers: { 'api-key': 'secret' } });
      expect(await allowed.json()).toMatchObject({
        result: { collections: [] },
        status: 'ok',
        time: expect.any(Number),
      });
    } finally {
      await locked.stop();
    }
  });

  it('finds everything again after a restart: points, vectors, indexes and tenants', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vectors-'));
    const file = join(folder, 'vectors.sqlite');
    try {
      const first = await startVectors({ file });
      const before = new QdrantClient({ url: first.url, checkCompatibility: false });
      await before.createCollection('kept', { vectors: { size: 3, distance: 'Cosine' } });
      await before.createPayloadIndex('kept', {
        field_name: 'tenant',
        field_schema: { type: 'keyword', is_tenant: true },
      });
      await before.createPayloadIndex('kept', { field_name: 'weight', field_schema: 'float' });
      const points = [1, 2, 3].map((id) => ({
        id,
        vector: [id, 1, 0],
        payload: { tenant: id === 3 ? 'bob' : 'alice', weight: id },
      }));
      await before.upsert('kept', { wait: true, points });
      await before.delete('kept', { wait: true, points: [1] });
      await before.setPayload('kept', { wait: true, points: [2], payload: { weight: 7 } });
      const query = { query: [1, 0, 0], with_payload: true, with_vector: true };
      const answer = await before.query('kept', query);
      await first.stop();
      const second = await startVectors({ file });
      const after = new QdrantClient({ url: second.url, checkCompatibility: false });
      expect(await after.query('kept', query)).toEqual(answer);
      expect(ids(answer.points)).toEqual([3, 2]);
      const ofAlice = { must: [by('tenant', { value: 'alice' })] };
      const ordered = await after.scroll('kept', { filter: ofAlice, order_by: { key: 'weight', direction: 'desc' } });
      expect(ordered.points).toMatchObject([{ id: 2, payload: { weight: 7 } }]);
      await second.stop();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
