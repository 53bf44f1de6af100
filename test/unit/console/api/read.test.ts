import { describe, expect, test } from 'vitest';
import { type Page, pages } from '../../../../console/src/api/pages.ts';
import { resource } from '../../../../console/src/api/resource.ts';

/* Requirements: WEB1. */

/** Answers that come when the test says so, each with the signal of its question. */
const answers = <T>() => {
  const asked: {
    cursor: string | undefined;
    signal: AbortSignal;
    give: (value: T) => void;
    refuse: (why: unknown) => void;
  }[] = [];
  const ask = (cursor: string | undefined, signal: AbortSignal): Promise<T> => {
    const { promise, resolve: give, reject: refuse } = Promise.withResolvers<T>();
    asked.push({ cursor, signal, give, refuse });
    return promise;
  };
  return { asked, ask };
};

describe('a question', () => {
  test('the answer to an earlier one that is late changes nothing', async () => {
    const { asked, ask } = answers<string>();
    const one = resource((signal) => ask(undefined, signal));
    const [first, second] = [one.reload(), one.reload()];
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[1]?.give('new');
    await second;
    asked[0]?.give('old');
    await first;
    expect([one.data.value, one.isLoading.value]).toEqual(['new', false]);
  });

  test('what is known stays while it is asked again, and when that fails', async () => {
    const { asked, ask } = answers<string>();
    const one = resource((signal) => ask(undefined, signal));
    one.set('known');
    const again = one.reload();
    expect([one.data.value, one.isLoading.value]).toEqual(['known', true]);
    asked[0]?.refuse(new TypeError('Failed to fetch'));
    await again;
    expect([one.data.value, one.problem.value?.code, one.isLoading.value]).toEqual(['known', 'offline', false]);
  });

  test('one that was stopped is no problem', async () => {
    const { asked, ask } = answers<string>();
    const one = resource((signal) => ask(undefined, signal));
    const open = one.reload();
    one.stop();
    asked[0]?.refuse(asked[0].signal.reason);
    await open;
    expect([one.problem.value, one.isLoading.value]).toEqual([undefined, false]);
  });
});

describe('a list', () => {
  const page = (items: number[], next_cursor: string | null): Page<number> => ({ items, next_cursor });

  test('is read page by page to its end', async () => {
    const { asked, ask } = answers<Page<number>>();
    const list = pages(ask);
    const first = list.reload();
    asked[0]?.give(page([1, 2], 'next'));
    await first;
    expect([list.items.value, list.hasMore.value]).toEqual([[1, 2], true]);
    const second = list.more();
    // A second press while it is under way.
    await list.more();
    asked[1]?.give(page([3], null));
    await second;
    expect([list.items.value, list.hasMore.value, asked.map(({ cursor }) => cursor)]).toEqual([
      [1, 2, 3],
      false,
      [undefined, 'next'],
    ]);
    await list.more();
    expect(asked).toHaveLength(2);
  });

  test('begins again without what was read before', async () => {
    const { asked, ask } = answers<Page<number>>();
    const list = pages(ask);
    const first = list.reload();
    asked[0]?.give(page([1, 2], 'next'));
    await first;
    list.change((items) => items.filter((item) => item !== 1));
    expect(list.items.value).toEqual([2]);
    const again = list.reload();
    expect(list.items.value).toEqual([2]);
    asked[1]?.give(page([5], null));
    await again;
    expect([list.items.value, list.hasMore.value]).toEqual([[5], false]);
  });

  test('a page that fails keeps those before it, and can be asked for again', async () => {
    const { asked, ask } = answers<Page<number>>();
    const list = pages(ask);
    const first = list.reload();
    asked[0]?.give(page([1], 'next'));
    await first;
    const second = list.more();
    asked[1]?.refuse(new Error('broken'));
    await second;
    expect([list.items.value, list.problem.value?.code, list.hasMore.value]).toEqual([[1], 'fault', true]);
    const third = list.more();
    asked[2]?.give(page([2], null));
    await third;
    expect([list.items.value, list.problem.value]).toEqual([[1, 2], undefined]);
  });
});
