import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../../shared/core/ids.ts';
import { attemptFailed, countAttempt, forgetAttempts, giveBackAttempt } from '../../../../shared/limits/attempts.ts';
import { pointerKeys } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';

/* Requirements: ID6. */

inTable();

const LIMIT = 5;
const WINDOW = 15 * 60_000;
const something = () => pointerKeys.signIn(newId('run'));

const failing = async (key: ReturnType<typeof something>, times: number, now: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    await countAttempt(key, LIMIT, now);
    await attemptFailed(key, LIMIT, now);
  }
};

describe('counting attempts', () => {
  test('of many attempts at the same time exactly the limit is admitted', async () => {
    const key = something();
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => countAttempt(key, LIMIT, 1_000)));
    expect(outcomes.filter((until) => until === undefined)).toHaveLength(LIMIT);
    expect(new Set(outcomes.filter((until) => until !== undefined))).toEqual(new Set([1_000 + WINDOW]));
  });

  test('attempts lock at the limit, for a window from the last failure', async () => {
    const key = something();
    for (const now of [0, 1_000, 2_000, 3_000, 4_000]) {
      expect(await countAttempt(key, LIMIT, now)).toBeUndefined();
      await attemptFailed(key, LIMIT, now);
    }
    expect(await countAttempt(key, LIMIT, 3_999 + WINDOW)).toBe(4_000 + WINDOW);
    expect(await countAttempt(key, LIMIT, 4_000 + WINDOW)).toBeUndefined();
  });

  test('an attempt that is refused never makes a lock longer', async () => {
    const key = something();
    await failing(key, LIMIT, 0);
    for (const now of [1, WINDOW / 2, WINDOW - 1]) expect(await countAttempt(key, LIMIT, now)).toBe(WINDOW);
  });

  test('an attempt that succeeded is given back, but never more than were counted', async () => {
    const key = something();
    await failing(key, LIMIT - 1, 0);
    expect(await countAttempt(key, LIMIT, 1)).toBeUndefined();
    await giveBackAttempt(key);
    expect(await countAttempt(key, LIMIT, 2)).toBeUndefined();
    expect(await countAttempt(key, LIMIT, 3)).toBe(WINDOW);
    const other = something();
    await giveBackAttempt(other);
    await countAttempt(other, LIMIT, 0);
    for (let time = 0; time < 3; time += 1) await giveBackAttempt(other);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => countAttempt(other, LIMIT, 1)));
    expect(outcomes.filter((until) => until === undefined)).toHaveLength(LIMIT);
  });

  test('attempts that are forgotten begin anew', async () => {
    const key = something();
    await failing(key, LIMIT, 0);
    await forgetAttempts(key);
    expect(await countAttempt(key, LIMIT, 1)).toBeUndefined();
  });

  test('within any window fewer than twice the limit are admitted, however they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(WINDOW / 4), { maxLength: 24 }), async (pauses) => {
        const key = something();
        let now = 0;
        const through: number[] = [];
        for (const pause of pauses) {
          now += pause;
          if ((await countAttempt(key, LIMIT, now)) !== undefined) continue;
          await attemptFailed(key, LIMIT, now);
          through.push(now);
        }
        // Two fixed windows can meet inside one that slides over them, so twice the limit less one is the bound.
        for (const end of through) {
          expect(through.filter((at) => at <= end && at > end - WINDOW).length).toBeLessThan(2 * LIMIT);
        }
      }),
      { numRuns: 20 },
    );
  });
});
