import fc from 'fast-check';
import { expect } from 'vitest';
import type { Strategy } from '../../../../../shared/cache/eviction/index.ts';
import { type MemoryLevel, memoryLevel } from '../../../../../shared/cache/memory/index.ts';

/** What somebody may do with a level. Few keys, so that they meet. */
const key = fc.integer({ min: 0, max: 11 }).map((n) => `key-${n}`);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('get' as const), key }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('set' as const),
      key,
      bytes: fc.integer({ min: 0, max: 60 }),
      lives_ms: fc.integer({ min: 1, max: 40 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('delete' as const), key }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 20 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('resize' as const),
      max_entries: fc.integer({ min: 1, max: 8 }),
      max_bytes: fc.integer({ min: 1, max: 200 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('clear' as const) }) },
);
export const steps = fc.array(step, { maxLength: 200 });
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Known = { value: number; bytes: number; expires_at_ms: number };

/** Does the steps and checks after each what has to hold of every strategy. */
export const holdToTheModel = (strategy: Strategy, taken: readonly Step[]): void => {
  let now = 0;
  const limits = { max_entries: 5, max_bytes: 120 };
  const level = memoryLevel<number>({ strategy, ...limits, clock: { now: () => now } });
  /** What may be answered. A key that was once not there leaves it until it is set again. */
  const known = new Map<string, Known>();
  let gets = 0;
  for (const [at, one] of taken.entries()) {
    switch (one.does) {
      case 'get':
        gets += 1;
        checkAnswer(level.get(one.key), { key: one.key, known, now });
        break;
      case 'set': {
        const expires_at_ms = now + one.lives_ms;
        level.set(one.key, at, { bytes: one.bytes, expires_at_ms });
        if (one.bytes <= limits.max_bytes) known.set(one.key, { value: at, bytes: one.bytes, expires_at_ms });
        else known.delete(one.key);
        break;
      }
      case 'delete':
        expect(level.delete(one.key) && !known.has(one.key)).toBe(false);
        known.delete(one.key);
        break;
      case 'wait':
        now += one.ms;
        break;
      case 'resize':
        Object.assign(limits, { max_entries: one.max_entries, max_bytes: one.max_bytes });
        level.resize(limits);
        break;
      case 'clear':
        level.clear();
        known.clear();
    }
    checkFigures(level, { gets, limits });
  }
  checkBytes(level, known);
};

type Asked = { key: string; known: Map<string, Known>; now: number };

const checkAnswer = (answer: number | undefined, { key, known, now }: Asked): void => {
  const expected = known.get(key);
  if (answer === undefined) {
    known.delete(key);
    return;
  }
  expect(answer).toBe(expected?.value);
  expect(expected?.expires_at_ms).toBeGreaterThan(now);
};

const checkFigures = (level: MemoryLevel<number>, { gets, limits }: { gets: number; limits: object }): void => {
  const figures = level.figures();
  expect(figures).toMatchObject(limits);
  expect(figures.entries).toBeLessThanOrEqual(figures.max_entries);
  expect(figures.bytes).toBeLessThanOrEqual(figures.max_bytes);
  expect(figures.hits + figures.misses).toBe(gets);
  const left = figures.evictions + figures.spent + figures.expirations + figures.deletions;
  expect(figures.stored).toBe(figures.entries + left);
};

/** Whatever is still answered, or has expired where it lies, is all that the figures count. */
const checkBytes = (level: MemoryLevel<number>, known: Map<string, Known>): void => {
  const { entries, bytes } = level.figures();
  const removed = [...known].filter(([key]) => level.delete(key));
  expect(removed).toHaveLength(entries);
  expect(removed.reduce((sum, [, { bytes: its }]) => sum + its, 0)).toBe(bytes);
  expect(level.figures()).toMatchObject({ entries: 0, bytes: 0 });
};
