import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WorkflowClock } from '../../../../../../infra/local/services/step-functions/clock.ts';

const DAY = 24 * 3600 * 1000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** A clock, and the names of what has fired. */
const set = (...timers: [string, number][]) => {
  const clock = new WorkflowClock();
  const fired: string[] = [];
  const cancels = timers.map(([name, ms]) => clock.after(ms, () => void fired.push(name)));
  return { clock, fired, cancels };
};

describe('the clock of workflows', () => {
  test('the clock of workflows fires in the order of time, by itself', () => {
    const { fired } = set(['late', 3000], ['soon', 1000]);
    vi.advanceTimersByTime(1500);
    expect(fired).toEqual(['soon']);
    vi.advanceTimersByTime(1500);
    expect(fired).toEqual(['soon', 'late']);
  });

  test('the clock of workflows waits for longer than a Node timer can', () => {
    const { fired } = set(['in forty days', 40 * DAY]);
    vi.advanceTimersByTime(39 * DAY);
    expect(fired).toEqual([]);
    vi.advanceTimersByTime(DAY);
    expect(fired).toEqual(['in forty days']);
  });

  test('the clock of workflows put forward fires what came due, each at its own time', async () => {
    const { clock, fired } = set(['late', 3000]);
    const begun = clock.now();
    const times: number[] = [];
    clock.after(1000, () => {
      times.push(clock.now() - begun);
      clock.after(1000, () => void times.push(clock.now() - begun));
    });
    await clock.timePasses(2500);
    expect(times).toEqual([1000, 2000]);
    expect(fired).toEqual([]);
    expect(clock.now() - begun).toBe(2500);
    vi.advanceTimersByTime(500);
    expect(fired).toEqual(['late']);
  });

  test('the clock of workflows fires nothing that was cancelled, also by what fired just before', () => {
    const { clock, fired, cancels } = set(['one', 1000], ['two', 2000]);
    cancels[0]!();
    clock.after(2000, () => void fired.push('three'));
    const cancel = clock.after(4000, () => void fired.push('five'));
    clock.after(4000 - 1, () => cancel());
    vi.advanceTimersByTime(10_000);
    expect(fired).toEqual(['two', 'three']);
  });

  test('the clock of workflows, once stopped, fires nothing and holds no timer', () => {
    const { clock, fired } = set(['one', 1000]);
    clock.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(DAY);
    expect(fired).toEqual([]);
  });
});
