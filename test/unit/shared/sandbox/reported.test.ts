/* Requirements: BT5. */
import { describe, expect, test } from 'vitest';
import { exitReported, outcomeReported } from '../../../../shared/sandbox/reported.ts';

const LIMITS = { timeMs: 1_000, memoryBytes: 1_000, diskBytes: 1_000, outputBytes: 10, processes: 4 };
const OUTCOME = { exit: 0, output: 'done', isCut: false, durationMs: 12 };

describe('a report that a command made in the place of the program that reports on it', () => {
  test.each<[string, unknown]>([
    ['has no exit', { bytes: 1 }],
    ['has a text as its exit', { exit: 'all is well', bytes: 1 }],
    ['has an exit that no program has', { exit: 1_000, bytes: 1 }],
    ['says nothing of its files', { exit: 0 }],
    ['counts its files below nothing', { exit: 0, bytes: -1 }],
    ['is no object', null],
  ])('is refused where it %s', (_, said) => {
    expect(() => exitReported(said)).toThrow('nothing of it is kept');
  });

  test.each<[string, object]>([
    ['says more than was allowed', { output: 'more than ten' }],
    ['says something other than a text', { output: ['done'] }],
    ['was killed for what there is not', { killed: 'boredom' }],
    ['took no time that there is', { durationMs: '12' }],
  ])('of a whole outcome is refused where it %s', (_, more) => {
    expect(() => outcomeReported({ ...OUTCOME, ...more }, LIMITS)).toThrow('nothing of it is kept');
  });

  test('is otherwise taken, without anything else in it', () => {
    expect(exitReported({ exit: 3, bytes: 7, wall: 'machine' })).toEqual({ exit: 3, bytes: 7 });
    const killed = { ...OUTCOME, exit: 137, killed: 'time', changed: ['a'], wall: 'light' };
    expect(outcomeReported(killed, LIMITS)).toEqual({ ...OUTCOME, exit: 137, killed: 'time' });
  });
});
