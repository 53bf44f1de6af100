import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followLog } from '../../../../console/src/app/project/follow-log.ts';

/* Requirements: WEB1. */

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A log that says this each time its stream is opened, and then nothing until it ends. */
const logOf = (...events: string[]) =>
  vi.fn(async function* () {
    yield* events;
  });
const { signal: stop } = new AbortController();
const isEnd = (event: string): boolean => event === 'end';

test('of what is over the log is read once, though it does not tell of the end any more', async () => {
  const open = logOf('begin');
  await followLog(open, { hear: isEnd, isOver: () => true, stop });
  expect(open).toHaveBeenCalledTimes(1);
});

test('what ends meanwhile is followed once more, for what came at its end', async () => {
  const open = logOf('begin');
  const isOver = vi.fn().mockReturnValueOnce(false).mockReturnValue(true);
  const following = followLog(open, { hear: isEnd, isOver, stop });
  await vi.runAllTimersAsync();
  await following;
  expect(open).toHaveBeenCalledTimes(2);
});

test('it is followed until the log tells of the end', async () => {
  const heard: string[] = [];
  const open = logOf('begin', 'end', 'more');
  await followLog(open, { hear: (event) => heard.push(event) > 0 && isEnd(event), isOver: () => false, stop });
  expect([open.mock.calls.length, heard]).toEqual([1, ['begin', 'end']]);
});

test('nobody follows it who has been told to stop', async () => {
  const stopped = new AbortController();
  const open = logOf('begin');
  const following = followLog(open, { hear: isEnd, isOver: () => false, stop: stopped.signal });
  await vi.advanceTimersByTimeAsync(1);
  stopped.abort();
  await following;
  expect(open).toHaveBeenCalledTimes(1);
});
