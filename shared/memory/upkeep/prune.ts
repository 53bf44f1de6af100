import { DAY } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { removeMemories } from '../history/remove.ts';
import type { Payload } from '../record/payload.ts';
import type { MemoryAccess } from '../store/access.ts';
import { allOf } from '../store/all.ts';

export type Pruning = {
  /** How many may stay. Pinned ones count, and stay even if there are more of them. */
  maxVectors?: number;
  /** Removes those created earlier. Milliseconds since the epoch. */
  before?: number;
  /** Removes those of lower value; see `worth`. */
  minWorth?: number;
};

const PAGE = 1_000;
const FIELDS = [
  'memory_id',
  'created_at',
  'last_used_at',
  'importance',
  'superseded',
] as const satisfies (keyof Payload)[];
type Candidate = Pick<Payload, (typeof FIELDS)[number]>;

const unpinned = { must_not: [{ key: 'pinned', match: { value: true } }] };

/** Removes the least valuable memories, what was superseded before all others and never pinned ones; returns how many. */
export const prune = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  { maxVectors, before, minWorth }: Pruning,
): Promise<number> => {
  const store = await access.open(scope, agent);
  let removed = 0;
  if (before !== undefined) {
    const filter = { ...unpinned, must: [{ key: 'created_at', range: { lt: before } }] };
    removed += await store.count(filter);
    await removeMemories(store, filter);
  }
  if (maxVectors === undefined && minWorth === undefined) return removed;
  const surplus = maxVectors === undefined ? 0 : (await store.count({})) - maxVectors;
  if (surplus <= 0 && minWorth === undefined) return removed;
  const now = access.clock.now();
  const candidates: Candidate[] = await allOf(store, unpinned, [...FIELDS]);
  const worthless = candidates
    .map((candidate) => ({ id: candidate.memory_id, current: !candidate.superseded, worth: worth(candidate, now) }))
    .sort((a, b) => Number(a.current) - Number(b.current) || a.worth - b.worth)
    .filter((candidate, index) => index < surplus || candidate.worth < (minWorth ?? 0));
  for (let from = 0; from < worthless.length; from += PAGE) {
    const ids = worthless.slice(from, from + PAGE).map(({ id }) => id);
    await removeMemories(store, { ...unpinned, must: [store.named(ids)] }, ids);
  }
  return removed + worthless.length;
};

/** After this time without use, a memory's recency counts half. */
const HALF_LIFE = 30 * DAY;

/** What a superseded memory is worth, of what it would be worth otherwise. */
const HISTORY_FACTOR = 0.1;

/** From 0 to 1: half its importance, half how recently it was created or used; of history a tenth of that. */
export const worth = (
  { importance, created_at, last_used_at = 0, superseded = false }: Omit<Candidate, 'memory_id'>,
  now: number,
): number => {
  const age = Math.max(0, now - Math.max(created_at, last_used_at));
  return (importance / 2 + 0.5 ** (age / HALF_LIFE) / 2) * (superseded ? HISTORY_FACTOR : 1);
};
