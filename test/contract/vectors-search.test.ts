import { describe, expect, test } from 'vitest';
import { by, ids, matching, memories, uuid } from '../support/vector-memories.ts';
import { inVectors } from './in-targets.ts';

/* Requirements: MEM2. */

const here = inVectors();

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
  test.each(cases)('a filter by %s finds exactly the matching points', async (_, filter, expected) => {
    const name = await memories(here.client);
    expect(await matching(here.client, name, filter)).toEqual(expected);
    const { count } = await here.client.count(name, { filter: filter as never, exact: true });
    expect(count).toBe(expected.length);
    const hits = await here.client.query(name, { query: [1, 1, 1], filter: filter as never, limit: 10 });
    expect(new Set(ids(hits.points))).toEqual(new Set(expected));
  });
});

describe('query', () => {
  test('a query returns the nearest first, within the tenant, above the threshold and after the offset', async () => {
    const name = await memories(here.client);
    const filter = { must: [by('tenant', { value: 'alice' })] };
    const { points } = await here.client.query(name, { query: [1, 0, 0], filter, limit: 2, with_payload: ['text'] });
    expect(ids(points)).toEqual([1, 2]);
    expect(points[0]).toMatchObject({ score: expect.closeTo(1, 5), payload: { text: 'Likes green tea' } });
    expect(ids((await here.client.query(name, { query: [1, 0, 0], filter, score_threshold: 0.5 })).points)).toEqual([
      1, 2,
    ]);
    expect(ids((await here.client.query(name, { query: [1, 0, 0], filter, offset: 1, limit: 1 })).points)).toEqual([2]);
  });

  test('euclid scores are distances, the smallest first; dot scores are products', async () => {
    const euclid = await here.client.query(await memories(here.client, 'Euclid'), { query: [0, 3, 0], limit: 1 });
    expect(euclid.points).toMatchObject([{ id: 3, score: expect.closeTo(2, 5) }]);
    const near = await here.client.query(await memories(here.client, 'Euclid'), {
      query: [0, 3, 0],
      score_threshold: 2.5,
    });
    expect(ids(near.points)).toEqual([3]);
    const dot = await here.client.query(await memories(here.client, 'Dot'), { query: [0, 3, 0], limit: 1 });
    expect(dot.points).toMatchObject([{ id: 3, score: expect.closeTo(3, 5) }]);
  });

  test('a point can be the query and is not its own hit', async () => {
    const { points } = await here.client.query(await memories(here.client), { query: 1, limit: 2, with_vector: true });
    expect(ids(points)).toEqual([4, 2]);
    expect(points[0]?.vector).toEqual([1, 0, 0]);
  });

  test('fuses prefetches by reciprocal rank, each under the filter of the query', async () => {
    const name = await memories(here.client);
    const { points } = await here.client.query(name, {
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

  test('a query over a prefetch ranks only what the prefetch found', async () => {
    const { points } = await here.client.query(await memories(here.client), {
      prefetch: { query: [1, 0, 0], limit: 3 },
      query: [0, 1, 0],
    });
    expect(points[0]?.id).toBe(2);
    expect(points).toHaveLength(3);
  });

  test('a batch of queries is answered in order', async () => {
    const name = await memories(here.client);
    const answers = await here.client.queryBatch(name, {
      searches: [
        { query: [0, 1, 0], limit: 1 },
        { query: [0, 0, 1], limit: 1 },
      ],
    });
    expect(answers.map(({ points }) => ids(points))).toEqual([[3], [uuid]]);
  });
});

describe('scroll and facet', () => {
  test('scrolling pages by id, numbers before UUIDs, until there is no next page', async () => {
    const name = await memories(here.client);
    const seen: (string | number)[] = [];
    let offset: string | number | undefined;
    do {
      const page = await here.client.scroll(name, { limit: 2, ...(offset !== undefined && { offset }) });
      seen.push(...ids(page.points));
      offset = (page.next_page_offset as string | number | null) ?? undefined;
    } while (offset !== undefined);
    expect(seen).toEqual([1, 2, 3, 4, uuid]);
  });

  test('scrolling orders by an indexed number or date from a value on, and refuses a key without an index', async () => {
    const name = await memories(here.client);
    const down = await here.client.scroll(name, {
      order_by: { key: 'weight', direction: 'desc', start_from: 2.5 },
      limit: 2,
    });
    expect(ids(down.points)).toEqual([3, 2]);
    expect(ids((await here.client.scroll(name, { order_by: 'at' })).points)).toEqual([1, 2, 3]);
    await expect(here.client.scroll(name, { order_by: 'unindexed' })).rejects.toMatchObject({ status: 400 });
  });

  test('a facet counts the values of a key, the most frequent first', async () => {
    const { hits } = await here.client.facet(await memories(here.client), { key: 'tenant', exact: true });
    expect(hits).toEqual([
      { value: 'alice', count: 3 },
      { value: 'bob', count: 2 },
    ]);
  });
});
