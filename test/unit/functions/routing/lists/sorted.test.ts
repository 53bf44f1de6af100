import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { MAX_SORTED, sortedList } from '../../../../../functions/routing/lists/sorted.ts';
import { Unprocessable } from '../../../../../shared/core/errors.ts';

/* Requirements: API4. */

type Thing = { id: string; name: string; used_at: string | null; count: number };
const FIELDS = ['id', 'name', 'used_at', 'count'] as const;
const things = sortedList({ stored: 'id', others: ['name', 'used_at', 'count'], order: 'asc' });
const parse = (query: Record<string, unknown>) => z.object(things.query).parse(query);

/** A store that answers pages in the order of the ids, at most ten at a time. */
const storeOf = (stored: readonly Thing[]) => ({
  list: 't',
  read: async ({ limit, after, newestFirst }: { limit: number; after?: string; newestFirst: boolean }) => {
    const sorted = stored.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const all = newestFirst ? sorted.reverse() : sorted;
    const isAfter = ({ id }: Thing) => after === undefined || (newestFirst ? id < after : id > after);
    const items = all.filter(isAfter).slice(0, Math.min(limit, 10));
    return { items, next: all.filter(isAfter).length > items.length ? items.at(-1)?.id : undefined };
  },
  keyOf: ({ id }: Thing) => id,
});

type Query = { sort: string; order: string; limit: number; offset?: number };

/** All pages, one after the other; `between` gives what is stored from the second on. */
const pagesOf = async (stored: Thing[], query: Query, between = (now: Thing[]) => now): Promise<Thing[]> => {
  const found: Thing[] = [];
  let cursor: string | null | undefined;
  let now = stored;
  do {
    const page = await things.page(parse({ ...query, ...(cursor && { cursor }) }), storeOf(now));
    expect(page.items.length).toBeLessThanOrEqual(query.limit);
    found.push(...page.items);
    cursor = page.next_cursor;
    now = between(now);
  } while (cursor);
  return found;
};

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'é', '🙂'), minLength: 1, maxLength: 3 });
const thing = fc.record({
  id: fc.nat(999).map((number) => `t${String(number).padStart(3, '0')}`),
  name: letters,
  used_at: fc.option(fc.constantFrom('2026-01-01', '2026-02-01'), { nil: null }),
  count: fc.nat(20),
});
const sets = fc.uniqueArray(thing, { selector: ({ id }) => id, maxLength: 30 });
const queries = fc.record({
  sort: fc.constantFrom(...FIELDS),
  order: fc.constantFrom('asc', 'desc'),
  limit: fc.constantFrom(1, 2, 7, 100),
});

const sortedBy = (stored: Thing[], { sort, order }: Query): Thing[] => {
  const valueIn = (one: Thing) => one[sort as (typeof FIELDS)[number]] ?? '';
  const byId = stored.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const sorted = byId.toSorted((one, other) =>
    valueIn(one) === valueIn(other) ? 0 : valueIn(one) < valueIn(other) ? -1 : 1,
  );
  return order === 'asc' ? sorted : sorted.reverse();
};

test('the pages of a short list together are the sorted list from its offset on', async () => {
  await fc.assert(
    fc.asyncProperty(sets, queries, fc.option(fc.nat(40), { nil: undefined }), async (stored, query, offset) => {
      const found = await pagesOf(stored, { ...query, ...(offset !== undefined && { offset }) });
      expect(found).toEqual(sortedBy(stored, query).slice(offset ?? 0));
    }),
    { numRuns: 200 },
  );
});

test('what comes and goes during paging takes nothing of the rest away, and shows none of it twice', async () => {
  await fc.assert(
    fc.asyncProperty(sets, sets, queries, fc.nat(40), async (stored, added, query, offset) => {
      const ids = new Set(stored.map(({ id }) => id));
      const later = added.filter(({ id }) => !ids.has(id));
      // From the second page on, one of every three is gone, and others are there.
      const kept = stored.filter((_, at) => at % 3 > 0);
      const found = await pagesOf(stored, query, () => [...kept, ...later]);
      const stayed = new Set(kept.map(({ id }) => id));
      expect(found.filter(({ id }) => stayed.has(id))).toEqual(sortedBy(kept, query));
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      // The offset is counted once.
      const whole = await pagesOf(stored, { ...query, offset }, () => stored);
      expect(whole).toEqual(sortedBy(stored, query).slice(offset));
    }),
    { numRuns: 100 },
  );
});

test('a list that is too long to be sorted is refused with 422, and is read page by page', async () => {
  const many = Array.from({ length: MAX_SORTED + 1 }, (_, at) => {
    const id = `t${String(at).padStart(5, '0')}`;
    return { id, name: id, used_at: null, count: at };
  });
  for (const query of [{ sort: 'name' }, { offset: 3 }]) {
    const refused = things.page(parse(query), storeOf(many));
    await expect(refused).rejects.toThrow(Unprocessable);
    const [path] = Object.keys(query);
    await expect(refused).rejects.toMatchObject({ errors: [{ path, message: expect.stringContaining('1000') }] });
  }
  expect((await things.page(parse({ limit: 5 }), storeOf(many))).items).toEqual(many.slice(0, 5));
});

test('a field that a list cannot be sorted by is refused with those it can be', () => {
  expect(() => parse({ sort: 'size' })).toThrow(/id.+name.+used_at.+count/s);
  expect(() => parse({ offset: MAX_SORTED + 1 })).toThrow();
  expect(() => parse({ offset: -1 })).toThrow();
});
