import { type Clock, systemClock } from '../core/clock.ts';
import { log } from '../observability/log.ts';
import { DUE_SHARDS, type Item, queryDue } from '../store/index.ts';
import { redrive } from './redrive.ts';

/** Items looked at in one shard and pass; what is left over is found by the next pass. */
const PAGE = 100;
const AT_ONCE = 10;

export type Swept = { redriven: number; failed: number };

/**
 * Redrives everything that is due, the longest overdue first, until nothing is or `until` has come. One item that fails
 * never keeps the others from their turn.
 */
export const sweep = async (until: number, clock: Clock = systemClock): Promise<Swept> => {
  const swept: Swept = { redriven: 0, failed: 0 };
  const shards = await Promise.all(DUE_SHARDS.map((shard) => queryDue(shard, clock.now(), PAGE)));
  const items = shards.flat().sort((a, b) => Number(a.due_at) - Number(b.due_at));
  for (let from = 0; from < items.length && clock.now() < until; from += AT_ONCE) {
    await Promise.all(items.slice(from, from + AT_ONCE).map((item) => redriveOne(item, swept, clock)));
  }
  return swept;
};

const redriveOne = async (item: Item, swept: Swept, clock: Clock): Promise<void> => {
  try {
    await redrive(item, clock);
    swept.redriven += 1;
  } catch (error) {
    swept.failed += 1;
    log.error('Something due could not go on; the next sweep tries again.', {
      error: error as Error,
      kind: String(item.kind),
    });
  }
};
