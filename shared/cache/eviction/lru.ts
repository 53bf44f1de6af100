import type { Bounds, Entries, EvictionPolicy } from './policy.ts';
import { Segments } from './structures/segments.ts';

const ALL = 0;

/** Least recently used: whoever was not asked for the longest time leaves. */
export const lru = (entries: Entries, bounds: Bounds): EvictionPolicy => {
  const uses = new Segments(1, entries, bounds);
  return {
    added: (slot) => uses.append(ALL, slot),
    hit: (slot) => uses.renew(slot),
    updated: (slot, bytesBefore) => {
      uses.resized(slot, bytesBefore);
      uses.renew(slot);
    },
    removed: (slot) => uses.remove(slot),
    evict: () => {
      const slot = uses.oldest(ALL);
      uses.remove(slot);
      return slot;
    },
  };
};
