import { setImmediate as turnOver } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { loopClock } from '../../../../../shared/cache/memory/index.ts';

const fakeClock = () => {
  const clock = { time: 0, looks: 0 };
  const now = (): number => {
    clock.looks += 1;
    return clock.time;
  };
  return { clock, counted: { now } };
};

test('time stands still within a turn of the event loop, and the next turn sees what it is', async () => {
  const { clock, counted } = fakeClock();
  const loop = loopClock(counted);
  expect([loop.now(), loop.now()]).toEqual([0, 0]);
  clock.time = 60_000;
  expect(loop.now()).toBe(0);
  expect(clock.looks).toBe(1);
  await turnOver();
  expect(loop.now()).toBe(60_000);
});

test('a loop that never lets the event loop turn sees time move after a thousand looks', () => {
  const { clock, counted } = fakeClock();
  const loop = loopClock(counted);
  loop.now();
  clock.time = 1;
  const seen = Array.from({ length: 1_001 }, () => loop.now());
  expect(seen.indexOf(1)).toBe(1_000);
});
