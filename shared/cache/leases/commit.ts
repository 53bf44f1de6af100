import { cacheKeys, type Outcome, transact, type Write } from '../../store/index.ts';
import type { Versions } from '../entry.ts';
import type { Place } from '../level.ts';
import type { Lease } from './lease.ts';

/** `late`: the lease went to another. `superseded`: something it remembers was raised since. `older`: than what stands there. */
export type Committed = 'stored' | 'late' | 'superseded' | 'older';

const inMyFence = '#fence = :fence';
const isCurrent = '#version = :version';

const isCurrentAndUnwritten = `${isCurrent} and attribute_not_exists(#writers)`;

const checks = ({ scope }: Place, versions: Versions, when: string): Write[] =>
  Object.entries(versions).map(([name, version]) => ({ check: cacheKeys.tag(scope, name), when, values: { version } }));

/** That nothing has changed which an entry remembers … */
export const stillCurrent = (place: Place, versions: Versions): Write[] => checks(place, versions, isCurrent);

/** … and that nobody is about to change it. */
export const unwritten = (place: Place, versions: Versions): Write[] => checks(place, versions, isCurrentAndUnwritten);

/**
 * Stores what was loaded and gives the lease back, at once, and only if nothing it depends on changed since before the load:
 *
 *     loader        reads version a ── loads the old value ─────────────── stores: the version is not a, nothing is written
 *     change                      truth changes ── version b is stored
 *
 *     slow loader   claims ── loads ................................. stores: the lease is not its own, nothing is written
 *     next one              the lease is over ── claims ── loads ── stores
 *
 * `value`: the put, where the value lies in the table as well.
 */
export const commitLoad = async (
  { place, fence }: Lease,
  versions: Versions,
  value: Write | undefined,
): Promise<Committed> => {
  const released: Write = { remove: cacheKeys.load(place.scope, place.name), when: inMyFence, values: { fence } };
  const current = stillCurrent(place, versions);
  return meaningOf(await transact([released, ...current, ...(value ? [value] : [])]), current.length);
};

const meaningOf = (outcome: Outcome, checks: number): Committed => {
  if (outcome.ok) return 'stored';
  if (outcome.lost.includes(0)) return 'late';
  return outcome.lost.some((at) => at <= checks) ? 'superseded' : 'older';
};
