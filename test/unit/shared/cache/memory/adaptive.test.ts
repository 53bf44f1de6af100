import { describe, expect, test } from 'vitest';
import type { PoolMember } from '../../../../../shared/cache/memory/adaptive/index.ts';
import { Random } from '../../../../data/pii/random.ts';
import { fixedAndAdapted, poolOf, SHARED_BYTES } from '../../../../data/traces/shared-bound.ts';

/* Requirements: CA8, CA10. */

const bounds: PoolMember = { least_share: 0.1, most_share: 0.9 };

describe('levels that share a bound', () => {
  const { fixed, adapted } = fixedAndAdapted();

  test('the one that is asked for more gets more, and gives it back when that changes', () => {
    const [first = 0, second = 1, third = 0, fourth = 1] = adapted.shares;
    expect(Math.min(first, third)).toBeGreaterThan(0.7);
    expect(Math.max(second, fourth)).toBeLessThan(0.3);
  });

  test('find more than halves of a fixed size, while what is asked for shifts', () => {
    expect(adapted.ratio).toBeGreaterThan(fixed.ratio + 0.08);
  });

  test('never pass the bound together, nor their own bounds', () => {
    const pool = poolOf({ answers: { least_share: 0.3, most_share: 0.6 }, files: { least_share: 0.3, most_share: 1 } });
    const random = new Random(12);
    for (let at = 0; at < 40_000; at += 1) {
      const key = `key-${random.below(2_000)}`;
      if (!pool.level('answers').get(key)) pool.level('answers').set(key, true, { bytes: random.between(10, 3_000) });
      if (at % 100 === 0) pool.adapt();
      const { answers, files } = pool.figures();
      expect(answers.max_bytes + files.max_bytes).toBeLessThanOrEqual(SHARED_BYTES);
      expect(answers.bytes).toBeLessThanOrEqual(0.6 * SHARED_BYTES);
    }
    const { answers, files } = pool.figures();
    expect(answers.share).toBeGreaterThan(0.57);
    expect(files.share).toBeGreaterThanOrEqual(0.3);
  });

  test('change nothing while all find what they ask for', () => {
    const pool = poolOf({ answers: bounds, files: bounds });
    for (let at = 0; at < 10_000; at += 1) {
      if (!pool.level('answers').get(`key-${at % 100}`))
        pool.level('answers').set(`key-${at % 100}`, true, { bytes: 10 });
      pool.adapt();
    }
    expect(pool.figures().answers).toMatchObject({ share: 0.5, hits_of_a_step_more: 0 });
  });

  test.each([
    [{ least_share: 0.6, most_share: 0.9 }],
    [{ least_share: 0, most_share: 0.9 }],
    [{ least_share: 0.4, most_share: 0.3 }],
  ])('cannot be made with %o for each of two', (member) => {
    expect(() => poolOf({ answers: member, files: member })).toThrow(RangeError);
  });
});
