/* Requirements: BT3. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StepRecord } from '../../../../../shared/builder/steps/record.ts';
import type { Team } from '../../../../../shared/builder/steps/team.ts';
import { answering } from '../../../../../shared/builder/work/answering.ts';
import { MINUTE, SECOND } from '../../../../../shared/core/clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** Neither is touched by whoever answers here. */
const beside = (answer: () => Promise<boolean>) =>
  answering({ signal: new AbortController().signal } as Team, {} as StepRecord, answer);

test('a person whom no model answers costs three answers, however long the build goes on', async () => {
  const answer = vi.fn(() => Promise.reject(new Error('an answer without a word')));
  const talking = beside(answer);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(answer).toHaveBeenCalledTimes(3);
  await talking.stop();
});

test('a person is answered after a failure, and then again', async () => {
  const answer = vi.fn(async () => false);
  answer.mockRejectedValueOnce(new Error('busy')).mockRejectedValueOnce(new Error('busy')).mockResolvedValueOnce(true);
  const talking = beside(answer);
  await vi.advanceTimersByTimeAsync(20 * SECOND);
  expect(answer).toHaveBeenCalledTimes(10);
  await talking.stop();
});
