import type { Bounds, Entries, EvictionPolicy } from './policy.ts';
import { Ghost } from './structures/ghost.ts';
import { Segments } from './structures/segments.ts';
import { capacityFor, grownUint8 } from './structures/slot-array.ts';

const SMALL = 0;
const MAIN = 1;
const MOST_USES = 3;

export type S3FifoShape = {
  /** The part of the cache in which newcomers are on trial: at first, and at most. */
  small_share: number;
  most_small_share: number;
  /** How many keys that left each queue are remembered, to each entry of the cache. */
  small_ghost: number;
  main_ghost: number;
};

/** As in the paper: for comparison. */
export const PUBLISHED: S3FifoShape = { small_share: 0.1, most_small_share: 0.1, small_ghost: 0.9, main_ghost: 0 };
/** The best of some on the traces of the README. */
export const ADAPTIVE: S3FifoShape = { small_share: 0.1, most_small_share: 0.4, small_ghost: 0.5, main_ghost: 0.7 };

/** By how many entries the small queue's share changes when a key comes back. */
const STEP = 2;
/** One use on trial is often the same request asking twice. Where newcomers get more room, as they are what is wanted, one is enough. */
const usesToStay = (smallShare: number): number => (smallShare > 0.2 ? 1 : 2);

/**
 * S3-FIFO (Yang et al., "FIFO queues are all you need for cache eviction", SOSP 2023), the default: newcomers pass a small
 * queue and most leave at its end, so that a scan pushes out nothing that is wanted; the main queue gives everybody that
 * was used another round. A hit is one write of one byte, nothing is moved.
 *
 * The small queue adapts as in ARC (Megiddo and Modha, FAST 2003): a key that comes back after leaving it says that it was
 * too short, one that comes back after leaving the main queue says the opposite. Where what is popular changes fast, the
 * published queue of a tenth is behind LRU.
 */
export const s3Fifo = (entries: Entries, bounds: Bounds, shape = ADAPTIVE): EvictionPolicy => {
  const queues = new Segments(2, entries, bounds);
  const leftSmall = new Ghost();
  const leftMain = new Ghost();
  let smallShare = shape.small_share;
  let uses = new Uint8Array(0);

  const count = (): number => queues.length(SMALL) + queues.length(MAIN);

  const hit = (slot: number): void => {
    const before = uses[slot]!;
    if (before < MOST_USES) uses[slot] = before + 1;
  };

  const leave = (slot: number): number => {
    queues.remove(slot);
    return slot;
  };

  /** Whether the key of a newcomer left a short while ago: that settles its trial. */
  const isBack = (hash: number): boolean => {
    const step = STEP / count();
    if (leftSmall.recall(hash, shape.small_ghost * count()) !== undefined) {
      smallShare = Math.min(smallShare + step, shape.most_small_share);
      return true;
    }
    if (leftMain.recall(hash, shape.main_ghost * count()) === undefined) return false;
    smallShare = Math.max(smallShare - step, shape.small_share);
    return true;
  };

  /** The eldest newcomer that was not used enough, while others move on into the main queue. */
  const evictSmall = (): number | undefined => {
    for (let slot = queues.oldest(SMALL); slot >= 0; slot = queues.oldest(SMALL)) {
      if (uses[slot]! < usesToStay(smallShare)) {
        leftSmall.remember(entries.hashes[slot]!, shape.small_ghost * count());
        return leave(slot);
      }
      uses[slot] = 0;
      queues.move(MAIN, slot);
    }
    return undefined;
  };

  const evictMain = (): number => {
    for (;;) {
      const slot = queues.oldest(MAIN);
      if (uses[slot] === 0) {
        leftMain.remember(entries.hashes[slot]!, shape.main_ghost * count());
        return leave(slot);
      }
      uses[slot]! -= 1;
      queues.renew(slot);
    }
  };

  return {
    added: (slot) => {
      if (slot >= uses.length) uses = grownUint8(uses, capacityFor(slot, uses.length));
      uses[slot] = 0;
      queues.append(isBack(entries.hashes[slot]!) ? MAIN : SMALL, slot);
    },
    hit,
    updated: (slot, bytesBefore) => {
      queues.resized(slot, bytesBefore);
      hit(slot);
    },
    removed: leave,
    evict: () => {
      const mainIsFull = queues.share(MAIN) > 1 - smallShare;
      return (mainIsFull ? undefined : evictSmall()) ?? evictMain();
    },
  };
};
