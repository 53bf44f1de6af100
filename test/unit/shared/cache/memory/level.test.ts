import { describe, expect, test } from 'vitest';
import { STRATEGIES } from '../../../../../shared/cache/eviction/index.ts';
import { memoryLevel } from '../../../../../shared/cache/memory/index.ts';

/* Requirements: CA6, CA8. */

const HOUR = 3_600_000;

describe('a level that is told nothing', () => {
  test('holds 1,000 entries at most', () => {
    const level = memoryLevel<number>();
    for (let at = 0; at < 1_500; at += 1) level.set(`key-${at}`, at);
    expect(level.figures()).toMatchObject({ entries: 1_000, max_entries: 1_000, evictions: 500 });
  });

  test('answers a value for an hour and not a millisecond longer', () => {
    let now = 0;
    const level = memoryLevel<string>({ clock: { now: () => now } });
    level.set('key', 'value');
    now = HOUR - 1;
    expect(level.get('key')).toBe('value');
    now = HOUR;
    expect(level.get('key')).toBeUndefined();
    expect(level.figures()).toMatchObject({ hits: 1, misses: 1, expirations: 1, entries: 0, bytes: 0 });
  });

  test('counts about the bytes that keys and values take', () => {
    const level = memoryLevel<string>();
    level.set('key', 'x'.repeat(1_000));
    expect(level.figures().bytes).toBeGreaterThan(1_000);
    expect(level.figures().bytes).toBeLessThan(1_300);
  });
});

describe('bounds', () => {
  test.each([{ max_bytes: 2 * 2 ** 30 + 1 }, { max_entries: 0 }, { max_bytes: 1.5 }, { max_entries: Number.NaN }])(
    'no level is made with %o',
    (bounds) => {
      expect(() => memoryLevel(bounds)).toThrow(RangeError);
      expect(() => memoryLevel().resize(bounds)).toThrow(RangeError);
    },
  );

  test('a value without a size is refused', () => {
    const level = memoryLevel<string>();
    level.set('key', 'value', { bytes: Number.NaN });
    level.set('other', 'value', { bytes: -1 });
    level.set('third', 'value', { expires_at_ms: Number.NaN });
    expect(level.figures()).toMatchObject({ refusals: 3, entries: 0 });
  });
});

test.each(STRATEGIES)('%s: what has expired leaves while others are stored, though nobody asks for it', (strategy) => {
  let now = 0;
  const level = memoryLevel<number>({ strategy, clock: { now: () => now } });
  for (let at = 0; at < 500; at += 1) level.set(`old-${at}`, at, { bytes: 1, expires_at_ms: 1_000 });
  now = 1_000;
  for (let at = 0; at < 400; at += 1) level.set(`new-${at}`, at, { bytes: 1, expires_at_ms: HOUR });
  expect(level.figures()).toMatchObject({ entries: 400, expirations: 500, evictions: 0 });
});

test('a value of undefined is as good as none', () => {
  const level = memoryLevel<undefined>();
  level.set('key', undefined);
  expect(level.get('key')).toBeUndefined();
});
