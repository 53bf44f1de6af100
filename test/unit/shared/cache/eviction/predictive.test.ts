import { describe, expect, test } from 'vitest';
import { type MemoryLevel, memoryLevel } from '../../../../../shared/cache/memory/index.ts';

/* Requirements: CA2. */

const DAY = 86_400_000;
const clock = { now: () => 0 };
const level = (max_entries: number): MemoryLevel<true> =>
  memoryLevel({ strategy: 'predictive', max_entries, max_bytes: 1_000_000, clock });

/** Whether it was there; if not it is now. */
const ask = (of: MemoryLevel<true>, key: string, bytes = 100): boolean => {
  const isThere = of.get(key) !== undefined;
  if (!isThere) of.set(key, true, { bytes, expires_at_ms: DAY });
  return isThere;
};

describe('the learnt lifetime', () => {
  test('what nobody asks for any more leaves a level that has room, and what is asked for stays', () => {
    const of = level(1_000);
    // A round of 500 keys again and again; then only 100 of them are asked for, and others that are new.
    for (let round = 0; round < 40; round += 1) for (let key = 0; key < 500; key += 1) ask(of, `key-${key}`);
    expect(of.figures()).toMatchObject({ entries: 500, misses: 500, spent: 0 });
    for (let round = 0; round < 300; round += 1) {
      for (let key = 0; key < 100; key += 1) ask(of, `key-${key}`);
      ask(of, `new-${round}`);
    }
    const { spent, evictions, misses } = of.figures();
    expect(spent).toBeGreaterThanOrEqual(350);
    expect({ evictions, misses }).toEqual({ evictions: 0, misses: 800 });
  });
});

describe('the learnt admission', () => {
  test('keys that never come back do not push out a loop that fills the level', () => {
    const of = level(500);
    let found = 0;
    for (let round = 0; round < 100; round += 1) {
      for (let key = 0; key < 450; key += 1) {
        if (ask(of, `loop-${key}`) && round >= 50) found += 1;
        for (const once of ['one', 'other']) ask(of, `${once}-${round}-${key}`);
      }
    }
    expect(found / (50 * 450)).toBeGreaterThan(0.95);
  });

  test('of two entries asked for equally often, the one that takes ten times the room stays less often', () => {
    const of = memoryLevel<true>({ strategy: 'predictive', max_entries: 10_000, max_bytes: 50_000, clock });
    const found = { small: 0, large: 0 };
    for (let round = 0; round < 60; round += 1) {
      for (let key = 0; key < 100; key += 1) {
        if (ask(of, `small-${key}`, 100)) found.small += 1;
        if (ask(of, `large-${key}`, 1_000)) found.large += 1;
      }
    }
    expect(found.small).toBeGreaterThan(5_000);
    expect(found.large).toBeLessThan(found.small / 1.5);
  });
});
