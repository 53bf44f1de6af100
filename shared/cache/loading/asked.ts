import { isEarly } from '../early-refresh.ts';
import type { Entry, Remembered } from '../entry.ts';
import type { Place } from '../level.ts';
import type { Keep, Terms } from '../options.ts';
import { type Found, hold, type Parts } from '../parts.ts';
import { rememberedOf } from '../tags/names.ts';

/** What is asked for: `id` is its key in memory. */
export type Asked<V> = { id: string; place: Place; keep: Keep<V>; terms: Terms; load: () => Promise<V> };

/** `isShared`: whoever joined while it was loaded may have it too. */
export type Loaded<V> = { value: V; isShared: boolean };

/** A value that may still be served, though it is time to load it anew. */
export type Standing<V> = {
  value: V;
  remembered: readonly Remembered[];
  entry: Pick<Entry, 'stored_at_ms' | 'fresh_until_ms' | 'ends_at_ms' | 'load_ms'>;
};

export const isFresh = <V>({ clock }: Parts, { entry }: Standing<V>): boolean => clock.now() < entry.fresh_until_ms;

/** Whether it is time to load a value anew: it is stale, or chosen for an early refresh. */
export const isDue = <V>(parts: Parts, standing: Standing<V>, { beta }: Terms): boolean => {
  if (!isFresh(parts, standing)) return true;
  if (!isEarly(standing.entry, parts.clock.now(), { beta, random: parts.random })) return false;
  parts.figures.count('early_refreshes');
  return true;
};

export const standingOn = <V>({ scope }: Place, { value, entry }: Found<V>): Standing<V> => ({
  value,
  entry,
  remembered: rememberedOf(scope, entry.versions),
});

/** Whoever joined after it was invalidated goes round again. */
export const served = <V>(parts: Parts, standing: Standing<V>): Loaded<V> => {
  if (!isFresh(parts, standing)) parts.figures.count('stale_served');
  return { value: standing.value, isShared: parts.tags.judge(standing.remembered, parts.clock.now()) === 'current' };
};

/** A value that another level had, from now on also in memory. */
export const kept = <V>(
  parts: Parts,
  { id, place, keep }: Pick<Asked<V>, 'id' | 'place' | 'keep'>,
  found: Found<V>,
): Loaded<V> => {
  hold(parts, { id, place, level: keep.level }, found);
  const { remembered } = standingOn(place, found);
  // Whoever joined may know already that it was invalidated since, or have asked so late that another's invalidation counts.
  return { value: found.value, isShared: parts.tags.judge(remembered, parts.clock.now()) === 'current' };
};
