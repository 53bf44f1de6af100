import { type Clock, MINUTE, SECOND, systemClock } from '../core/clock.ts';
import { log } from '../observability/log.ts';
import { DUE_SHARDS, type DuePosition, type Item, keyOfItem, queryDue, updateItem } from '../store/index.ts';
import { redrive } from './redrive.ts';

/** Items looked at in one shard and pass. */
const PAGE_SIZE = 100;
const CONCURRENCY = 10;
/** What cannot go on is looked at again after this long, and after as long as it has been overdue, up to the longest. */
const RETRY_DELAY = 10 * SECOND;
const MAX_RETRY_DELAY = 30 * MINUTE;

export type Swept = { redriven: number; failed: number };

/**
 * Redrives everything that is due, page after page, the longest overdue first, until nothing new is or `until` has come. One
 * item that fails never keeps the others from their turn: it moves back in the list. Nor do those that stay due while they
 * wait for others, however many there are: each page begins where the one before it ended.
 */
export const sweep = async (until: number, clock: Clock = systemClock): Promise<Swept> => {
  const swept: Swept = { redriven: 0, failed: 0 };
  const seen = new Set<string>();
  const begun = clock.now();
  for (let found = true; found; ) {
    found = false;
    for await (const page of duePages(begun)) {
      if (clock.now() >= until) return swept;
      const items = page.filter((item) => !seen.has(nameOf(item)));
      found ||= items.length > 0;
      for (let from = 0; from < items.length && clock.now() < until; from += CONCURRENCY) {
        const some = items.slice(from, from + CONCURRENCY);
        for (const item of some) seen.add(nameOf(item));
        await Promise.all(some.map((item) => redriveOne(item, swept, clock)));
      }
    }
  }
  return swept;
};

/** All that is due, a page of each shard at a time. */
async function* duePages(before: number): AsyncGenerator<Item[]> {
  let unread: Unread[] = DUE_SHARDS.map((shard) => ({ shard }));
  while (unread.length > 0) {
    const pages = await Promise.all(
      unread.map(async ({ shard, after }) => ({
        shard,
        ...(await queryDue(shard, { before, limit: PAGE_SIZE, after })),
      })),
    );
    yield pages.flatMap(({ items }) => items).sort((a, b) => Number(a.due_at) - Number(b.due_at));
    unread = pages.flatMap(({ shard, next }) => (next ? [{ shard, after: next }] : []));
  }
}

/** A shard of the list, and how far it was read. */
type Unread = { shard: string; after?: DuePosition };

const nameOf = ({ pk, sk }: Item): string => `${pk}|${sk}`;

const redriveOne = async (item: Item, swept: Swept, clock: Clock): Promise<void> => {
  try {
    await redrive(item, clock);
    swept.redriven += 1;
  } catch (error) {
    swept.failed += 1;
    log.error('due item failed', {
      error: error as Error,
      kind: String(item.kind),
    });
    await moveBack(item, clock).catch((cause: Error) =>
      log.error('due item not rescheduled', { key: nameOf(item), error: cause }),
    );
  }
};

/** Only if it is due for the same time still: whatever changed meanwhile has its own. */
const moveBack = async (item: Item, clock: Clock): Promise<void> => {
  const now = clock.now();
  const wait = Math.min(MAX_RETRY_DELAY, RETRY_DELAY + (now - Number(item.due_at)));
  await updateItem(keyOfItem(item), 'SET #due_at = :next', {
    when: '#due_at = :read',
    values: { next: now + wait, read: item.due_at },
  });
};
