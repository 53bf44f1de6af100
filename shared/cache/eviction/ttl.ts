import type { Entries, EvictionPolicy } from './policy.ts';
import { SlotHeap } from './structures/slot-heap.ts';

/** Whoever expires first leaves first, however often it is asked for: for values of which only the fresh ones matter. */
export const ttl = (entries: Entries): EvictionPolicy => {
  const expiries = new SlotHeap();
  return {
    added: (slot) => expiries.add(slot, entries.expires_at_ms[slot]!),
    // A read prolongs nothing.
    hit: () => undefined,
    updated: (slot) => expiries.rerank(slot, entries.expires_at_ms[slot]!),
    removed: (slot) => expiries.remove(slot),
    evict: () => expiries.pop(),
  };
};
