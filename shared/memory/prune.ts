import { DAY } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { MemoryAccess } from './access.ts';
import type { Payload } from './payload.ts';
import type { TenantVectors } from './tenant-vectors.ts';

export type Pruning = {
  /** How many may stay. Pinned ones count, and stay even if there are more of them. */
  maxVectors?: number;
  /** Removes those created earlier. Milliseconds since the epoch. */
  before?: number;
  /** Removes those of lower value; see `worth`. */
  minWorth?: number;
};

const PAGE = 1_000;
const FIELDS = ['memory_id', 'created_at', 'last_used_at', 'importance'] as const satisfies (keyof Payload)[];
type Candidate = Pick<Payload, (typeof FIELDS)[number]>;

const unpinned = { must_not: [{ key: 'pinned', match: { value: true } }] };

/** Removes the least valuable memories, never pinned ones, and returns how many. */
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
    await store.remove(filter);
  }
  if (maxVectors === undefined && minWorth === undefined) return removed;
  const surplus = maxVectors === undefined ? 0 : (await store.count({})) - maxVectors;
  if (surplus <= 0 && minWorth === undefined) return removed;
  const now = access.clock.now();
  const candidates = await all(store);
  const worthless = candidates
    .map((candidate) => ({ id: candidate.memory_id, worth: worth(candidate, now) }))
    .sort((a, b) => a.worth - b.worth)
    .filter((candidate, index) => index < surplus || candidate.worth < (minWorth ?? 0));
  for (let from = 0; from < worthless.length; from += PAGE) {
    await store.remove({ ...unpinned, must: [store.named(worthless.slice(from, from + PAGE).map(({ id }) => id))] });
  }
  return removed + worthless.length;
};

/** After this time without use, a memory's recency counts half. */
const HALF_LIFE = 30 * DAY;

/** From 0 to 1: half its importance, half how recently it was created or used. */
export const worth = (
  { importance, created_at, last_used_at = 0 }: Omit<Candidate, 'memory_id'>,
  now: number,
): number => {
  const age = Math.max(0, now - Math.max(created_at, last_used_at));
  return importance / 2 + 0.5 ** (age / HALF_LIFE) / 2;
};

const all = async (store: TenantVectors): Promise<Candidate[]> => {
  const candidates: Candidate[] = [];
  let after: string | undefined;
  do {
    const { payloads, next } = await store.page(unpinned, PAGE, after, [...FIELDS]);
    candidates.push(...payloads);
    after = next;
  } while (after !== undefined);
  return candidates;
};
