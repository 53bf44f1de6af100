import type { CacheScope } from '../../store/index.ts';
import type { Held } from '../entry.ts';
import type { Place } from '../level.ts';
import { hold, type Parts } from '../parts.ts';
import { memoryKey, placeOfKey } from '../place.ts';
import { checkedHeld, isTimely } from './held.ts';
import { type Looked, lookMany } from './look.ts';

export type Wanted<V> = { scope: CacheScope; keys: readonly string[]; keep: Looked<V> };

/** Fresh values, from memory or else from the shared levels; what memory has is measured by versions read together. */
export const getMany = async <V>(parts: Parts, { scope, keys, keep }: Wanted<V>): Promise<(V | undefined)[]> => {
  const held = await Promise.all(keys.map((key) => fromMemory(parts, memoryKey(scope, key))));
  // The type is that of whoever kept it under this key.
  const values = held.map((one) => one?.value as V | undefined);
  const missing = [...keys.keys()].filter((at) => values[at] === undefined);
  if (missing.length === 0) return values;
  parts.figures.levels.memory.misses += missing.length;
  if (keep.level !== 'memory') void parts.warming?.meet(scope);
  const places = missing.map((at) => placeOfKey(scope, keys[at] as string));
  const found = await lookMany(parts, places, keep);
  for (const [index, at] of missing.entries()) {
    const one = found[index];
    if (!one || parts.clock.now() >= one.entry.fresh_until_ms) continue;
    const place = places[index] as Place;
    hold(parts, { id: memoryKey(scope, keys[at] as string), place, level: keep.level }, one);
    values[at] = one.value;
  }
  return values;
};

const fromMemory = async (parts: Parts, id: string): Promise<Held | undefined> => {
  const held = parts.memory.get(id);
  const checked = held && (await checkedHeld(parts, id, held));
  return checked && isTimely(parts, checked, 0) ? checked : undefined;
};
