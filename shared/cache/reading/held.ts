import { isEarly } from '../early-refresh.ts';
import type { Held } from '../entry.ts';
import type { Standing } from '../loading/asked.ts';
import type { Parts } from '../parts.ts';

/** Whether memory's value can be given at once, with nothing read: its versions are known to be current. */
export const isServedAtOnce = (parts: Parts, held: Held, beta: number): boolean =>
  parts.tags.judge(held.versions, parts.clock.now()) === 'current' && isTimely(parts, held, beta);

/** Whether it is fresh and not chosen for an early refresh. Then it is a hit. */
export const isTimely = (parts: Parts, held: Held, beta: number): boolean => {
  const now = parts.clock.now();
  if (now >= held.fresh_until_ms) return false;
  if (beta > 0 && isEarly(held, now, { beta, random: parts.random })) {
    parts.figures.count('early_refreshes');
    return false;
  }
  parts.figures.levels.memory.hits += 1;
  if (held.use) held.use.uses += 1;
  return true;
};

/** Memory's value, if all its versions turn out to be current. It may be stale. */
export const checkedHeld = async (parts: Parts, id: string, held: Held): Promise<Held | undefined> => {
  if (parts.clock.now() >= held.ends_at_ms) return undefined;
  try {
    const judged = await parts.tags.check(held.versions);
    if (judged === 'current') return held;
    // While it was checked another may have taken its place.
    if (parts.memory.get(id) === held) parts.memory.delete(id);
    parts.figures.levels.memory.conflicts += 1;
  } catch {
    // The breaker has noted it. What cannot be checked is not served.
  }
  return undefined;
};

/** The type is that of whoever kept it under this key. */
export const standingOf = <V>(held: Held): Standing<V> => ({
  value: held.value as V,
  remembered: held.versions,
  entry: held,
});
