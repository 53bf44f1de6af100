import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathered } from '../../../../console/src/api/gathered.ts';

/* Requirements: WEB2. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('however many ask for it in a while, it is done once for them, and again for whoever asks later', () => {
  const work = vi.fn();
  const ask = gathered(work, 60);
  for (let times = 0; times < 30; times += 1) ask();
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(59);
  ask();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(1);
  ask();
  vi.advanceTimersByTime(60);
  expect(work).toHaveBeenCalledTimes(2);
});
