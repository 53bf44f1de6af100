import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TornRead, untilDecided } from '../../../../../shared/bus/messages/transition.ts';
import { Unavailable } from '../../../../../shared/core/errors.ts';

/* Requirements: BUS7. */

/** No pause between attempts. */
beforeEach(() => vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

const torn = new TornRead('A live task has no lane.');

test('reads that do not fit are made again, and may fit then', async () => {
  const attempts = [torn, torn];
  const once = async () => {
    const error = attempts.pop();
    if (error) throw error;
    return { done: 'written' };
  };
  expect(await untilDecided(once)).toBe('written');
});

test('reads that never fit are a defect, which nobody takes for a busy agent', async () => {
  const once = () => Promise.reject(torn);
  await expect(untilDecided(once)).rejects.toBe(torn);
  await expect(untilDecided(once, async () => 'again')).rejects.toBe(torn);
  await expect(untilDecided(async () => 'again')).rejects.toBeInstanceOf(Unavailable);
});
