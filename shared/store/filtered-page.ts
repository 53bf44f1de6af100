import { type Item, type Query, queryPage } from './table.ts';

/** One page reads no more items than this: a filter that almost nothing matches answers a short page with a cursor. */
export const MAX_ITEMS_READ = 2_000;
const BATCH_SIZE = 200;

export type Page<T> = { items: T[]; next: string | undefined };

/** What the list shows of each item, in the same order; `undefined` for an item the filter leaves out. */
export type Select<T> = (items: Item[]) => (T | undefined)[] | Promise<(T | undefined)[]>;

/**
 * A page of those items of a range that a filter selects. Reads on until the page is full, so a page is short only where
 * the list ends, or after `MAX_ITEMS_READ` items. `next` is the sort key to continue after; there is none where nothing
 * selected follows.
 */
export const queryFiltered = async <T>(query: Query & { limit: number }, select: Select<T>): Promise<Page<T>> => {
  const { limit } = query;
  const found: { shown: T; sk: string }[] = [];
  let after = query.after;
  for (let read = 0; read < MAX_ITEMS_READ; ) {
    const batch = await queryPage({
      ...query,
      // The first read is all it takes where nothing is left out: one more shows whether another page follows.
      limit: read === 0 ? limit + 1 : BATCH_SIZE,
      ...(after !== undefined && { after }),
    });
    read += batch.items.length;
    const selected = await select(batch.items);
    for (const [index, item] of batch.items.entries()) {
      const shown = selected[index];
      if (shown !== undefined) found.push({ shown, sk: item.sk });
    }
    if (found.length > limit) return { items: shownOf(found.slice(0, limit)), next: found[limit - 1]?.sk };
    if (batch.next === undefined) return { items: shownOf(found), next: undefined };
    after = batch.next;
  }
  return { items: shownOf(found), next: after };
};

const shownOf = <T>(found: { shown: T }[]): T[] => found.map(({ shown }) => shown);
