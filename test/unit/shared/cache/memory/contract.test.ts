import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STRATEGIES } from '../../../../../shared/cache/eviction/index.ts';
import { memoryLevel } from '../../../../../shared/cache/memory/index.ts';
import { Random } from '../../../../data/pii/random.ts';
import { holdToTheModel, steps } from './model.ts';

/* Requirements: CA1, CA2, CA6, CA8. */

const HOUR = 3_600_000;
const clock = { now: () => 0 };

describe.each(STRATEGIES)('%s', (strategy) => {
  test('bounds are never passed, what left is never answered, and the figures add up', () => {
    fc.assert(
      fc.property(steps, (taken) => holdToTheModel(strategy, taken)),
      { numRuns: 150 },
    );
  });

  test('a full level holds 98 to 100 % of its bytes, whatever the sizes and however often values change', () => {
    const random = new Random(7);
    const level = memoryLevel<number>({ strategy, max_entries: 100_000, max_bytes: 1_000_000, clock });
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < 20_000; at += 1) {
      const key = `key-${Math.floor(random.next() ** 2 * 6_000)}`;
      if (level.get(key) === undefined || at % 10 === 0) level.set(key, at, { bytes: random.between(10, 2_000) });
      const { bytes, max_bytes } = level.figures();
      if (at > 10_000) least = Math.min(least, bytes / max_bytes);
    }
    expect(least).toBeGreaterThan(0.98);
  });

  test('a value that is replaced before it was ever asked for is the one that is answered', () => {
    const level = memoryLevel<string>({ strategy, clock });
    level.set('key', 'old', { bytes: 10 });
    level.set('key', 'new', { bytes: 20 });
    expect(level.get('key')).toBe('new');
    expect(level.figures()).toMatchObject({ entries: 1, bytes: 20, stored: 1, replaced: 1 });
  });

  test('a value larger than the whole level is refused and counted, and the older one is not answered in its place', () => {
    const level = memoryLevel<string>({ strategy, max_bytes: 1_000, clock });
    level.set('key', 'old', { bytes: 10 });
    level.set('key', 'large', { bytes: 1_001 });
    expect(level.get('key')).toBeUndefined();
    expect(level.figures()).toMatchObject({ refusals: 1, entries: 0, bytes: 0 });
  });

  test('a level that is made smaller gives up at once what is too much, and goes on when it is enlarged', () => {
    const level = memoryLevel<number>({ strategy, max_entries: 100, clock });
    const fill = (): void => {
      for (let at = 0; at < 200; at += 1) level.set(`key-${at}`, at, { bytes: 10, expires_at_ms: HOUR + at });
    };
    fill();
    level.resize({ max_entries: 10 });
    expect(level.figures()).toMatchObject({ entries: 10, bytes: 100 });
    level.resize({ max_bytes: 50 });
    expect(level.figures()).toMatchObject({ entries: 5, bytes: 50 });
    level.resize({ max_entries: 100, max_bytes: 1_000 });
    fill();
    expect(level.figures()).toMatchObject({ entries: 100, bytes: 1_000 });
  });

  test('a key that is asked for all the time outlives a scan twenty times as long as the level', () => {
    const level = memoryLevel<string>({ strategy, max_entries: 50, clock });
    level.set('popular', 'value', { bytes: 1, expires_at_ms: 2 * HOUR });
    let found = 0;
    for (let at = 0; at < 1_000; at += 1) {
      if (level.get('popular') !== undefined) found += 1;
      level.set(`scanned-${at}`, 'value', { bytes: 1, expires_at_ms: HOUR });
    }
    expect(found).toBe(1_000);
  });
});
