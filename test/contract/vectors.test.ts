import { describe, expect, test } from 'vitest';
import { by, matching, memories, uuid } from '../support/vector-memories.ts';
import { inVectors } from './in-targets.ts';

const here = inVectors();

describe('collections', () => {
  test('a collection exists once created, says its size, distance, indexes and points, and is gone once deleted', async () => {
    const name = await memories(here.client);
    expect(await here.client.collectionExists(name)).toEqual({ exists: true });
    expect((await here.client.getCollections()).collections).toContainEqual({ name });
    const info = await here.client.getCollection(name);
    expect(info.config.params.vectors).toMatchObject({ size: 3, distance: 'Cosine' });
    expect(info.points_count).toBe(5);
    expect(info.payload_schema.tenant).toMatchObject({ data_type: 'keyword', params: { is_tenant: true }, points: 5 });
    expect(await here.client.deleteCollection(name)).toBe(true);
    expect(await here.client.collectionExists(name)).toEqual({ exists: false });
    expect(await here.client.deleteCollection(name)).toBe(false);
  });

  test('creating a collection twice answers 409, using a missing one 404', async () => {
    const name = await memories(here.client);
    await expect(here.client.createCollection(name, { vectors: { size: 3, distance: 'Dot' } })).rejects.toMatchObject({
      status: 409,
    });
    const missing = here.client.count('contract-nowhere');
    await expect(missing).rejects.toMatchObject({
      status: 404,
      data: { status: { error: "Not found: Collection `contract-nowhere` doesn't exist!" } },
    });
  });
});

describe('points', () => {
  test('a retrieved point has the requested payload and, for cosine, the normalised vector', async () => {
    const name = await memories(here.client);
    const [two, other] = await here.client.retrieve(name, {
      ids: [2, uuid, 77],
      with_vector: true,
      with_payload: ['meta.source'],
    });
    expect(two?.payload).toEqual({ meta: { source: 'chat' } });
    expect(Math.hypot(...(two!.vector as number[]))).toBeCloseTo(1, 5);
    expect(other?.id).toBe(uuid);
    const [without] = await here.client.retrieve(name, { ids: [2], with_payload: { exclude: ['meta', 'at', 'text'] } });
    expect(without?.payload).toEqual({ tenant: 'alice', weight: 1.5, uses: 1, pinned: true });
    expect(without?.vector ?? null).toBeNull();
  });

  test('an upsert replaces the whole point, and a batch upsert stores columns', async () => {
    const name = await memories(here.client);
    await here.client.upsert(name, { wait: true, points: [{ id: 1, vector: [0, 0, 1], payload: { tenant: 'bob' } }] });
    const [one] = await here.client.retrieve(name, { ids: [1], with_vector: true });
    expect(one).toMatchObject({ payload: { tenant: 'bob' }, vector: [0, 0, 1] });
    await here.client.upsert(name, {
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
    expect(await matching(here.client, name, { must: [by('n', { any: [8, 9] })] })).toEqual([8, 9]);
    expect(await matching(here.client, name, { must: [by('tenant', { value: 'alice' })] })).toEqual([2, 3]);
  });

  test('a vector of the wrong size answers 400 and nothing of its batch is stored', async () => {
    const name = await memories(here.client);
    const points = [
      { id: 20, vector: [1, 0, 0] },
      { id: 21, vector: [1, 0] },
    ];
    await expect(here.client.upsert(name, { wait: true, points })).rejects.toMatchObject({
      status: 400,
      data: { status: { error: expect.stringContaining('expected dim: 3, got 2') } },
    });
    expect(await here.client.retrieve(name, { ids: [20] })).toEqual([]);
  });

  test('points are deleted by ids and by filter', async () => {
    const name = await memories(here.client);
    await here.client.delete(name, { wait: true, points: [1, 12345] });
    await here.client.delete(name, { wait: true, filter: { must: [by('tenant', { value: 'bob' })] } });
    expect(await matching(here.client, name, {})).toEqual([2, 3]);
    expect((await here.client.count(name)).count).toBe(2);
  });

  test('payload can be set, nested, overwritten, removed and cleared', async () => {
    const name = await memories(here.client);
    const payload = async (id: number) => (await here.client.retrieve(name, { ids: [id] }))[0]?.payload;
    await here.client.setPayload(name, { payload: { uses: 4, tenant: 'bob' }, points: [1], wait: true });
    expect(await payload(1)).toMatchObject({ uses: 4, tenant: 'bob', text: 'Likes green tea' });
    expect(await matching(here.client, name, { must: [by('tenant', { value: 'bob' })] })).toEqual([1, 4, uuid]);
    await here.client.setPayload(name, {
      payload: { page: 2 },
      key: 'meta',
      filter: { must: [{ has_id: [2] }] },
      wait: true,
    });
    expect(await payload(2)).toMatchObject({ meta: { source: 'chat', page: 2 } });
    await here.client.deletePayload(name, { keys: ['meta.source', 'text'], points: [2], wait: true });
    expect(await payload(2)).toMatchObject({ meta: { page: 2 }, weight: 1.5 });
    expect(await payload(2)).not.toHaveProperty('text');
    await here.client.overwritePayload(name, { payload: { only: 1 }, points: [3], wait: true });
    expect(await payload(3)).toEqual({ only: 1 });
    await here.client.clearPayload(name, { points: [3], wait: true });
    expect(await payload(3)).toEqual({});
  });
});
