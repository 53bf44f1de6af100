import { type Clock, MINUTE, SECOND, systemClock } from '../core/clock.ts';
import { log } from '../observability/log.ts';
import { DUE_SHARDS, type Item, keyOfItem, queryDue, updateItem } from '../store/index.ts';
import { redrive } from './redrive.ts';

/** Items looked at in one shard and pass. */
const PAGE_SIZE = 100;
const CONCURRENCY = 10;
/** What cannot go on is looked at again after this long, and after as long as it has been overdue, up to the longest. */
const RETRY_DELAY = 10 * SECOND;
const MAX_RETRY_DELAY = 30 * MINUTE;

export type Swept = { redriven: number; failed: number };

/**
 * Redrives everything that is due, page after page, the longest overdue first, until nothing is or `until` has come. One
 * item that fails never keeps the others from their turn: it moves back in the list.
 */
export const sweep = async (until: number, clock: Clock = systemClock): Promise<Swept> => {
  const swept: Swept = { redriven: 0, failed: 0 };
  const seen = new Set<string>();
  const begun = clock.now();
  while (clock.now() < until) {
    const shards = await Promise.all(DUE_SHARDS.map((shard) => queryDue(shard, begun, PAGE_SIZE)));
    const items = shards.flat().filter((item) => !seen.has(nameOf(item)));
    if (items.length === 0) break;
    items.sort((a, b) => Number(a.due_at) - Number(b.due_at));
    for (let from = 0; from < items.length && clock.now() < until; from += CONCURRENCY) {
      const some = items.slice(from, from + CONCURRENCY);
      for (const item of some) seen.add(nameOf(item));
      await Promise.all(some.map((item) => redriveOne(item, swept, clock)));
    }
  }
  return swept;
};

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
