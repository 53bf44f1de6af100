import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { inVectors } from './in-targets.ts';

/* Requirements: MEM2. */

type Memory = { id: number; vector: number[]; payload: Record<string, unknown> };
/** A condition as Qdrant reads it, and as this test does. */
type Condition = { asked: object; holds: (payload: Record<string, unknown>) => boolean };

const here = inVectors();
const name = `contract-narrowed-${process.pid}`;
const words = ['tea', 'green', 'paris', 'train', 'monday', 'bob'];
const kept = new Map<number, Memory>();

const dayOf = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();

const memoryOf = (id: number, turn = 0): Memory => {
  const n = id * 7919 + turn * 31;
  return {
    id,
    vector: [0, 1, 2, 3].map((i) => ((n * (i + 3)) % 101) - 50),
    payload: {
      type: `kind-${n % 40}`,
      tags: n % 5 === 0 ? [] : [words[n % 6], `tag-${n % 90}`],
      pinned: n % 60 === 0,
      weight: n % 997,
      ...(n % 11 !== 0 && { at: dayOf(n % 365) }),
      text: `${words[n % 6]} ${words[(n >> 3) % 6]} number${n % 50}`,
    },
  };
};

const upsert = async (memories: Memory[]) => {
  await here.client.upsert(name, { wait: true, points: memories });
  for (const memory of memories) kept.set(memory.id, memory);
};

beforeAll(async () => {
  await here.client.deleteCollection(name);
  await here.client.createCollection(name, { vectors: { size: 4, distance: 'Dot' } });
  const indexed = {
    type: 'keyword',
    tags: 'keyword',
    pinned: 'bool',
    weight: 'integer',
    at: 'datetime',
    text: { type: 'text', tokenizer: 'word', lowercase: true },
  } as const;
  for (const [field_name, field_schema] of Object.entries(indexed)) {
    await here.client.createPayloadIndex(name, { field_name, field_schema, wait: true });
  }
  await upsert(Array.from({ length: 3000 }, (_, id) => memoryOf(id)));
});

const tokens = (payload: Record<string, unknown>) => String(payload.text).split(' ');
const condition = fc.oneof(
  fc.nat({ max: 45 }).map(
    (n): Condition => ({
      asked: { key: 'type', match: { value: `kind-${n}` } },
      holds: ({ type }) => type === `kind-${n}`,
    }),
  ),
  fc.array(fc.nat({ max: 99 }), { maxLength: 3 }).map(
    (some): Condition => ({
      asked: { key: 'tags', match: { any: some.map((n) => `tag-${n}`) } },
      holds: ({ tags }) => some.some((n) => (tags as string[]).includes(`tag-${n}`)),
    }),
  ),
  fc.boolean().map(
    (value): Condition => ({
      asked: { key: 'pinned', match: { value } },
      holds: ({ pinned }) => pinned === value,
    }),
  ),
  fc.tuple(fc.integer({ min: -5, max: 1005 }), fc.nat({ max: 60 })).map(
    ([from, many]): Condition => ({
      asked: { key: 'weight', range: { gt: from, lte: from + many } },
      holds: ({ weight }) => Number(weight) > from && Number(weight) <= from + many,
    }),
  ),
  fc.tuple(fc.nat({ max: 364 }), fc.nat({ max: 20 })).map(
    ([from, days]): Condition => ({
      asked: { key: 'at', range: { gte: dayOf(from), lt: dayOf(from + days) } },
      holds: ({ at }) => typeof at === 'string' && at >= dayOf(from) && at < dayOf(from + days),
    }),
  ),
  fc.tuple(fc.constantFrom(...words), fc.nat({ max: 55 })).map(
    ([word, n]): Condition => ({
      asked: { key: 'text', match: { text: `${word} NUMBER${n}` } },
      holds: (payload) => [word, `number${n}`].every((one) => tokens(payload).includes(one)),
    }),
  ),
  fc.tuple(fc.nat({ max: 55 }), fc.nat({ max: 55 })).map(
    ([one, other]): Condition => ({
      asked: { key: 'text', match: { text_any: `number${one} number${other}` } },
      holds: (payload) => [one, other].some((n) => tokens(payload).includes(`number${n}`)),
    }),
  ),
);

const filter = fc
  .record({
    must: fc.array(condition, { maxLength: 2 }),
    should: fc.array(condition, { maxLength: 2 }),
    nested: fc.boolean(),
  })
  .map(({ must, should, nested }) => {
    const asked = { must: must.map(({ asked }) => asked), should: should.map(({ asked }) => asked) };
    return {
      asked: nested ? { must: [asked] } : asked,
      holds: (payload: Memory['payload']) =>
        must.every(({ holds }) => holds(payload)) &&
        (should.length === 0 || should.some(({ holds }) => holds(payload))),
    };
  });

const id = fc.nat({ max: 3100 });
const change = fc.oneof(
  fc.record({ replaced: fc.array(id, { minLength: 1, maxLength: 200 }), turn: fc.nat({ max: 50 }) }),
  fc.record({ deleted: fc.array(id, { minLength: 1, maxLength: 200 }) }),
  fc.record({ moved: fc.array(id, { minLength: 1, maxLength: 200 }), weight: fc.nat({ max: 1000 }) }),
);

test('a filtered search of thousands finds what testing every memory finds, whatever changed before', async () => {
  const query = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(change, filter, query, async (changed, { asked, holds }, near) => {
      if ('replaced' in changed) await upsert([...new Set(changed.replaced)].map((one) => memoryOf(one, changed.turn)));
      else if ('deleted' in changed) {
        await here.client.delete(name, { wait: true, points: changed.deleted });
        for (const one of changed.deleted) kept.delete(one);
      } else {
        const { weight } = changed;
        const points = changed.moved.filter((one) => kept.has(one));
        await here.client.setPayload(name, { wait: true, points, payload: { weight } });
        for (const one of points) kept.set(one, { ...kept.get(one)!, payload: { ...kept.get(one)!.payload, weight } });
      }
      const matching = [...kept.values()].filter(({ payload }) => holds(payload));
      const { count } = await here.client.count(name, { filter: asked, exact: true });
      expect(count).toBe(matching.length);
      const scores = matching.map(({ vector }) => vector.reduce((sum, value, i) => sum + value * near[i]!, 0));
      const { points } = await here.client.query(name, { query: near, filter: asked, limit: 6, with_payload: true });
      const nearest = scores.sort((a, b) => b - a).slice(0, 6);
      expect(points.map(({ score }) => score)).toEqual(nearest.map((score) => score + 0));
      for (const { id: found, payload } of points) expect(payload).toEqual(kept.get(Number(found))?.payload);
    }),
    { numRuns: 60 },
  );
});

test('a search among given points reads no other, whichever tenants they are of', async () => {
  const ids = [5, 2999, 17, 123_456];
  const filter = { must: [{ has_id: ids }, { key: 'weight', range: { gte: 0 } }] };
  const { points } = await here.client.query(name, { query: [1, 0, 0, 0], filter, limit: 10 });
  expect(new Set(points.map(({ id: found }) => found))).toEqual(new Set(ids.filter((one) => kept.has(one))));
});

test('text is found by how its index splits it now, not by how an earlier one did', async () => {
  const filter = { must: [{ key: 'text', match: { text: 'NUMBER7' } }] };
  const counted = async () => (await here.client.count(name, { filter, exact: true })).count;
  const expected = [...kept.values()].filter(({ payload }) => tokens(payload).includes('number7')).length;
  expect(await counted()).toBe(expected);
  const exact = { type: 'text', tokenizer: 'word', lowercase: false } as const;
  await here.client.createPayloadIndex(name, { field_name: 'text', field_schema: exact, wait: true });
  expect(await counted()).toBe(0);
});
