import { HitDensity } from './hit-density.ts';
import type { Bounds, Entries, EvictionPolicy } from './policy.ts';
import { Ghost } from './structures/ghost.ts';
import { capacityFor, grownInt32, grownUint8, grownUint32 } from './structures/slot-array.ts';

/** Entries that are looked at to find the one to give up. */
const SAMPLE = 32;
/** Uses of the cache, for each entry, from one lesson to the next. */
const LESSON = 4;
const LEAST_LESSON = 1024;
/** How many keys that left are remembered, to each entry. */
const GHOST_SPAN = 2;
/** Classes: never seen; back, by how many left meanwhile; used, by how long after the use before. In doublings. */
const NEW = 0;
const BACK = 1;
const USED = 17;
const MOST_DOUBLINGS = 15;
const CLASSES = USED + MOST_DOUBLINGS + 1;

const doublings = (count: number): number => Math.min(31 - Math.clz32(count), MOST_DOUBLINGS);

/**
 * Learns from the traffic what to keep (after LHD, Beckmann et al., NSDI 2018): an entry is worth the hits to expect for the
 * time and the room it takes. That is learnt for each class and age, so it falls to nothing at the age after which the class
 * is not asked for any more (the learnt TTL; who is past it leaves even a cache that has room), and a newcomer of a class worth less than whom it would push out leaves itself
 * (the learnt admission). The least worth of a sample leaves.
 */
export const predictive = (entries: Entries, bounds: Bounds): EvictionPolicy => {
  const density = new HitDensity(CLASSES, (age) => 1 / age);
  const ghost = new Ghost();
  let uses = 0;
  let lesson = LEAST_LESSON;
  let seed = 1;
  let kinds = new Uint8Array(0);
  let usedAt = new Uint32Array(0);
  /** The slots that are taken, in no order, and where each of them stands. */
  let taken = new Int32Array(0);
  let places = new Int32Array(0);
  let count = 0;

  const span = (): number => GHOST_SPAN * count;
  const ageOf = (slot: number): number => Math.max((uses - usedAt[slot]!) >>> 0, 1);

  const used = (slot: number, kind: number): void => {
    kinds[slot] = kind;
    usedAt[slot] = uses;
    uses = (uses + 1) >>> 0;
    lesson -= 1;
    if (lesson > 0) return;
    density.learn();
    lesson = Math.max(LESSON * count, LEAST_LESSON);
  };

  const hit = (slot: number): void => {
    const age = ageOf(slot);
    density.hit(kinds[slot]!, age);
    used(slot, USED + doublings(age));
  };

  const leave = (slot: number): number => {
    count -= 1;
    const last = taken[count]!;
    taken[places[slot]!] = last;
    places[last] = places[slot]!;
    return slot;
  };

  const random = (limit: number): number => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) % limit;
  };

  /** Hits to expect for what the entry takes. */
  const worth = (slot: number): number =>
    density.at(kinds[slot]!, ageOf(slot)) / (1 / bounds.max_entries + entries.bytes[slot]! / bounds.max_bytes);

  return {
    added: (slot) => {
      if (slot >= kinds.length) {
        const capacity = capacityFor(slot, kinds.length);
        kinds = grownUint8(kinds, capacity);
        usedAt = grownUint32(usedAt, capacity);
        taken = grownInt32(taken, capacity);
        places = grownInt32(places, capacity);
      }
      taken[count] = slot;
      places[slot] = count;
      count += 1;
      const departures = ghost.recall(entries.hashes[slot]!, span());
      used(slot, departures === undefined ? NEW : BACK + doublings(departures));
    },
    hit,
    updated: hit,
    removed: leave,
    isSpent: (slot) => ageOf(slot) > density.lifetime(kinds[slot]!),
    evict: () => {
      let least = taken[count - 1]!;
      let leastWorth = worth(least);
      for (let looked = 1; looked < SAMPLE; looked += 1) {
        const slot = taken[random(count)]!;
        const its = worth(slot);
        if (its >= leastWorth) continue;
        least = slot;
        leastWorth = its;
      }
      density.left(kinds[least]!, ageOf(least));
      ghost.remember(entries.hashes[least]!, span());
      return leave(least);
    },
  };
};
