import { Unavailable } from '../core/errors.ts';
import { fullJitter, pause } from '../core/jitter.ts';
import type { Key } from './keys/index.ts';
import { getItem, type Item, type Outcome, type Query, queryPage, transact, type Write } from './table.ts';
import { SCHEMA_VERSION } from './version.ts';

/**
 * How many items a range may hold; `creations` is the key of the item that counts how many were ever made there. `refuses`: whether there
 * is no room beside those that are there though they are fewer.
 */
export type Bound = {
  range: Pick<Query, 'in' | 'prefix'>;
  most: number;
  creations: Key;
  refuses?: (items: Item[]) => boolean;
};

/** Every attempt after the first follows somebody else's creation. */
const MAX_ATTEMPTS = 60;

const noneMade = 'attribute_not_exists(#made)';
const noneMadeSince = '#made = :made';

/**
 * Makes an item, unless its range is full. The count is read before the writes, and they fail if another was made since:
 *
 *     one        counts 49 ── makes its item
 *     another    counts 49 ─────────────────── too late: counts 50, and is refused
 *
 * An outcome that is lost was lost by a condition of `writes`.
 */
export const createBounded = async (
  { range, most, creations, refuses = () => false }: Bound,
  writes: readonly Write[],
): Promise<Outcome | 'full'> => {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const made = (await getItem(creations))?.made;
    const { items } = await queryPage({ ...range, limit: most });
    if (items.length >= most || refuses(items)) return 'full';
    const counted: Write = {
      key: creations,
      update: 'set #made = :next, #v = :v',
      when: made === undefined ? noneMade : noneMadeSince,
      values: { made, next: Number(made ?? 0) + 1, v: SCHEMA_VERSION },
    };
    const outcome = await transact([...writes, counted]);
    if (outcome.ok || outcome.lost.some((index) => index < writes.length)) return outcome;
    await pause(fullJitter(Math.min(attempt, 6), { base: 4, cap: 200 }));
  }
  throw new Unavailable('Too many are made at the same time; retry shortly.', { retryAfter: 1 });
};
