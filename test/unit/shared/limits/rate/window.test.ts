import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Counts,
  lastMinute,
  secondsLeft,
  secondsUntilAdmitted,
  WINDOW,
  windowAt,
} from '../../../../../shared/limits/rate/window.ts';

/* Requirements: API3. */

/** As a container counts: what was of this minute is of the one before a minute later. */
const later = ({ current, before }: Counts, now: number, then: number): Counts => {
  const passed = windowAt(then) - windowAt(now);
  if (passed === 0) return { current, before };
  return { current: 0, before: passed === 1 ? current : 0 };
};

describe('the last minute', () => {
  test('holds all of this one, and of the one before what is still within it', () => {
    const counts = { current: 10, before: 60 };
    expect(lastMinute(counts, 5 * WINDOW)).toBe(70);
    expect(lastMinute(counts, 5 * WINDOW + 15_000)).toBe(55);
    expect(lastMinute(counts, 6 * WINDOW - 1)).toBeCloseTo(10, 1);
  });

  test('a client that waits as long as it is told is admitted, and a second earlier it is not', () => {
    const moment = fc.record({
      limit: fc.integer({ min: 1, max: 500 }),
      current: fc.integer({ min: 0, max: 600 }),
      before: fc.integer({ min: 0, max: 600 }),
      now: fc.integer({ min: 0, max: 10 * WINDOW }),
    });
    fc.assert(
      fc.property(moment, ({ limit, now, ...counts }) => {
        const isAdmitted = (then: number) => lastMinute(later(counts, now, then), then) <= limit - 1;
        fc.pre(!isAdmitted(now));
        const seconds = secondsUntilAdmitted(counts, limit, now);
        expect(seconds).toBeLessThanOrEqual(120);
        expect(isAdmitted(now + seconds * 1_000)).toBe(true);
        if (seconds > 1) expect(isAdmitted(now + (seconds - 1) * 1_000)).toBe(false);
      }),
    );
  });

  test('the seconds left of a minute are 1 to 60', () => {
    expect([secondsLeft(0), secondsLeft(1), secondsLeft(WINDOW - 1), secondsLeft(WINDOW)]).toEqual([60, 60, 1, 60]);
  });
});
