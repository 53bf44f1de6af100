import type { EvictionPolicy } from './policy.ts';
import { capacityFor, grownFloat64 } from './structures/slot-array.ts';
import { SlotHeap } from './structures/slot-heap.ts';

/** Uses come first in a rank and the moment of the last one after them: of those used equally often the eldest leaves. */
const A_USE = 2 ** 31;

/**
 * Least frequently used, with dynamic ageing (LFU-DA; Arlitt et al., 2000): an entry's uses count from the rank of whoever
 * left last, so that what was wanted often long ago falls behind what is wanted now.
 *
 * A use only raises the entry's rank. The heap learns of it when the entry comes to its top, where it is looked for anyway.
 */
export const lfu = (): EvictionPolicy => {
  const heap = new SlotHeap();
  let ranks = new Float64Array(0);
  let age = 0;
  let moment = 0;
  const now = (): number => {
    moment = (moment + 1) % A_USE;
    return moment;
  };
  const used = (slot: number): void => {
    ranks[slot] = (Math.floor(ranks[slot]! / A_USE) + 1) * A_USE + now();
  };
  return {
    added: (slot) => {
      if (slot >= ranks.length) ranks = grownFloat64(ranks, capacityFor(slot, ranks.length));
      ranks[slot] = (age + 1) * A_USE + now();
      heap.add(slot, ranks[slot]);
    },
    hit: used,
    updated: used,
    removed: (slot) => heap.remove(slot),
    evict: () => {
      for (;;) {
        const slot = heap.pop();
        const rank = ranks[slot]!;
        if (heap.rankOf(slot) === rank) {
          age = Math.floor(rank / A_USE);
          return slot;
        }
        heap.add(slot, rank);
      }
    },
  };
};
