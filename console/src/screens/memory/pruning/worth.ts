const DAY = 24 * 60 * 60 * 1_000;
/** As the service's own rule has them; see `shared/memory/upkeep/prune.ts`. */
const HALF_LIFE = 30 * DAY;
const HISTORY_FACTOR = 0.1;

export type Weighed = { importance: number; created_at: string; superseded_by: string | null; pinned: boolean };

/** What a memory is worth at least, from 0 to 1: when it was last of use is not known here, and can only add to it. */
export const worthAtLeast = (
  { importance, created_at, superseded_by }: Omit<Weighed, 'pinned'>,
  now: number,
): number => {
  const age = Math.max(0, now - Date.parse(created_at));
  return (importance / 2 + 0.5 ** (age / HALF_LIFE) / 2) * (superseded_by === null ? 1 : HISTORY_FACTOR);
};
