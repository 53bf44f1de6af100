import type { Bounds, Entries, EvictionPolicy } from './policy.ts';
import { FrequencySketch } from './structures/frequency-sketch.ts';
import { Segments } from './structures/segments.ts';

const WINDOW = 0;
const PROBATION = 1;
const PROTECTED = 2;
const WINDOW_SHARE = 0.01;
const PROTECTED_SHARE = 0.8 * (1 - WINDOW_SHARE);
const NOBODY = -1;

/**
 * Window TinyLFU (Einziger, Friedman and Manes, 2017), as in Caffeine: newcomers have a window of 1 %; whoever leaves it
 * gets into the main part only if it was wanted more often than whom it would push out. The main part is a segmented LRU.
 */
export const wTinyLfu = (entries: Entries, bounds: Bounds): EvictionPolicy => {
  const segments = new Segments(3, entries, bounds);
  const sketch = new FrequencySketch();
  /** Left the window last, and is on trial if somebody has to leave. */
  let candidate = NOBODY;

  const used = (slot: number): void => {
    sketch.used(entries.hashes[slot]!);
    if (segments.segmentOf(slot) !== PROBATION) {
      segments.renew(slot);
      return;
    }
    segments.move(PROTECTED, slot);
    while (segments.share(PROTECTED) > PROTECTED_SHARE && segments.length(PROTECTED) > 1) {
      segments.move(PROBATION, segments.oldest(PROTECTED));
    }
  };

  const leave = (slot: number): number => {
    if (slot === candidate) candidate = NOBODY;
    segments.remove(slot);
    return slot;
  };

  const leastWanted = (): number => {
    for (const segment of [PROBATION, PROTECTED, WINDOW]) {
      const slot = segments.oldest(segment);
      if (slot >= 0 && slot !== candidate) return slot;
    }
    return candidate;
  };

  const frequency = (slot: number): number => sketch.frequency(entries.hashes[slot]!);

  return {
    added: (slot) => {
      sketch.ensure(slot + 1);
      sketch.used(entries.hashes[slot]!);
      segments.append(WINDOW, slot);
      while (segments.share(WINDOW) > WINDOW_SHARE && segments.length(WINDOW) > 1) {
        candidate = segments.oldest(WINDOW);
        segments.move(PROBATION, candidate);
      }
    },
    hit: used,
    updated: (slot, bytesBefore) => {
      segments.resized(slot, bytesBefore);
      used(slot);
    },
    removed: leave,
    evict: () => {
      const victim = leastWanted();
      const isRefused = candidate !== NOBODY && frequency(candidate) <= frequency(victim);
      return leave(isRefused ? candidate : victim);
    },
  };
};
