import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { pages } from '../../../../console/src/api/pages.ts';
import { further } from '../../../../console/src/app/palette/further.ts';
import { lookedThrough } from '../../../../console/src/app/palette/looked-through.ts';

/* Requirements: WEB2. */

/** A list of so many numbers, ten a page. `answers`: whether a page, counted from 1, is answered. */
const list = (length: number, answers: (page: number) => boolean = () => true) => {
  const asked: number[] = [];
  const made = pages<number>(async (cursor) => {
    const from = Number(cursor ?? 0);
    asked.push(from / 10 + 1);
    if (!answers(from / 10 + 1)) throw new TypeError('fetch failed');
    const items = Array.from({ length: Math.min(10, length - from) }, (_, index) => from + index);
    return { items, next_cursor: from + 10 < length ? String(from + 10) : null };
  });
  return { made, asked, items: () => made.items.value ?? [] };
};

describe('lists that are searched', () => {
  test('are read no further than their first pages while what fits is enough', async () => {
    const [chats, agents] = [list(50), list(5)];
    const search = further([chats.made, agents.made], () => true);
    expect(search.isReading.value).toBe(true);
    await search.read();
    await search.read();
    expect([chats.asked, agents.asked, search.isReading.value]).toEqual([[1], [1], false]);
  });

  test('are read on together until what is looked for is there, and no further', async () => {
    const [chats, agents] = [list(100), list(15)];
    const search = further([chats.made, agents.made], () => chats.items().includes(35));
    await search.read();
    expect([chats.asked, agents.asked]).toEqual([
      [1, 2, 3, 4],
      [1, 2],
    ]);
  });

  test('are read on for what is typed meanwhile, by one reader', async () => {
    const chats = list(100);
    let wanted = 15;
    const search = further([chats.made], () => chats.items().includes(wanted));
    const reading = search.read();
    wanted = 45;
    await Promise.all([reading, search.read()]);
    expect(chats.asked).toEqual([1, 2, 3, 4, 5]);
  });

  test('end at their ends, and at as many as are looked through', async () => {
    const [short, long] = [list(25), list(1_000)];
    await further([short.made, long.made], () => false, 40).read();
    expect([short.asked, long.asked]).toEqual([
      [1, 2, 3],
      [1, 2, 3, 4],
    ]);
  });

  test('are searched without one that is not answered, which is asked again later', async () => {
    let isThere = false;
    const [broken, whole] = [list(30, (page) => page !== 2 || isThere), list(30)];
    const search = further([broken.made, whole.made], () => false);
    await search.read();
    expect([broken.asked, whole.asked]).toEqual([
      [1, 2],
      [1, 2, 3],
    ]);
    isThere = true;
    await search.read();
    expect([broken.asked, broken.items().length]).toEqual([[1, 2, 2, 3], 30]);
  });

  test('are read no further once nobody looks any more', async () => {
    const chats = list(100);
    const search = further([chats.made], () => {
      search.stop();
      return false;
    });
    await search.read();
    expect(chats.asked.length).toBeLessThan(3);
    expect(search.isReading.value).toBe(false);
  });
});

test('the foot says how far was looked of the lists that go on, and nothing where all are known', () => {
  const of = (length: number, more: boolean) => ({ items: signal(Array(length).fill(0)), hasMore: signal(more) });
  const shown = (chats: [number, boolean], builds: [number, boolean]) =>
    lookedThrough({ chats: of(...chats), agents: of(3, false), builds: of(...builds) });
  expect(shown([12, false], [1, false])).toBeUndefined();
  expect(shown([50, true], [1, false])).toBe('Looked through: the newest 50 chats.');
  expect(shown([1_000, true], [1, true])).toBe('Looked through: the newest 1,000 chats and 1 build.');
});
