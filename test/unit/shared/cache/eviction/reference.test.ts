import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Strategy } from '../../../../../shared/cache/eviction/index.ts';
import { memoryLevel } from '../../../../../shared/cache/memory/index.ts';

/* Requirements: CA2. */

type Held = { key: string; used: number; uses: number; expires: number };

/** Who leaves, by a look at everybody: too slow for anything but this. `age` is what the last to leave had. */
const victims: Partial<Record<Strategy, (held: Held[]) => Held>> = {
  lru: (held) => least(held, ({ used }) => [used]),
  ttl: (held) => least(held, ({ expires }) => [expires]),
  lfu: (held) => least(held, ({ uses, used }) => [uses, used]),
};

const least = (held: Held[], rank: (one: Held) => number[]): Held =>
  held.toSorted((one, other) => compared(rank(one), rank(other)))[0] as Held;

const compared = (one: number[], other: number[]): number => {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : one[at]! - other[at]!;
};

/** The answers of a plain cache to a series of keys, each taken in when it is missed. */
const plainAnswers = (victim: (held: Held[]) => Held, accesses: readonly Access[], capacity: number): boolean[] => {
  let held: Held[] = [];
  let age = 0;
  return accesses.map(({ key, expires }, at) => {
    const known = held.find((one) => one.key === key);
    if (known) {
      known.uses += 1;
      known.used = at;
      return true;
    }
    held.push({ key, used: at, uses: age + 1, expires });
    if (held.length > capacity) {
      const leaves = victim(held);
      age = leaves.uses;
      held = held.filter((one) => one !== leaves);
    }
    return false;
  });
};

type Access = { key: string; expires: number };

const accesses = fc
  .array(fc.record({ key: fc.integer({ min: 0, max: 9 }).map(String), expires: fc.integer({ min: 1, max: 1e9 }) }), {
    maxLength: 150,
  })
  // No two expire together: then either may leave.
  .map((all) => all.map(({ key, expires }, at) => ({ key, expires: expires * 1_000 + at })));

describe.each(Object.entries(victims))('%s', (strategy, victim) => {
  test('answers what a cache answers that looks at all its entries to find the one to give up', () => {
    fc.assert(
      fc.property(accesses, fc.integer({ min: 1, max: 6 }), (all, max_entries) => {
        const level = memoryLevel<true>({ strategy: strategy as Strategy, max_entries, clock: { now: () => 0 } });
        const answers = all.map(({ key, expires }) => {
          const isThere = level.get(key) !== undefined;
          if (!isThere) level.set(key, true, { bytes: 1, expires_at_ms: expires });
          return isThere;
        });
        expect(answers).toEqual(plainAnswers(victim, all, max_entries));
      }),
    );
  });
});
