import { clockOf, isRunning, newTimer, pause, reset, setMinutes, start, tick } from '../src/timer.js';
import { equal, test } from './tap.js';

test('it begins with five minutes, and stands', () => {
  equal(clockOf(newTimer), '05:00');
  equal(isRunning(newTimer), false);
});

test('it counts down by the clock, not by its ticks', () => {
  const running = start(newTimer, 1_000);
  equal(clockOf(tick(running, 2_000)), '04:59');
  equal(clockOf(tick(running, 121_000)), '03:00');
});

test('it ends at 00:00, and stands', () => {
  const ended = tick(start(newTimer, 0), 999_999);
  equal(clockOf(ended), '00:00');
  equal(isRunning(ended), false);
  equal(start(ended, 0), ended);
});

test('it goes on where it was paused', () => {
  const paused = pause(start(newTimer, 0), 60_000);
  equal(clockOf(paused), '04:00');
  equal(clockOf(tick(start(paused, 900_000), 960_000)), '03:00');
});

test('it is set to whole minutes from 1 to 180', () => {
  equal(clockOf(setMinutes(newTimer, 25)), '25:00');
  for (const minutes of [0, -1, 2.5, 181, Number.NaN]) equal(setMinutes(newTimer, minutes), newTimer);
});

test('it is reset to its minutes', () => {
  equal(clockOf(reset(tick(start(newTimer, 0), 60_000))), '05:00');
});
