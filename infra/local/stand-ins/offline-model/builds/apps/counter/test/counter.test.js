import { down, newCounter, reset, setStep, up } from '../src/counter.js';
import { equal, test } from './tap.js';

test('it goes up and down by its step', () => {
  equal(up(up(newCounter)).count, 2);
  equal(down(setStep(newCounter, 5)).count, -5);
});

test('it is reset to 0, and keeps its step', () => {
  equal(reset(up(setStep(newCounter, 5))), { count: 0, step: 5 });
});

test('a step that is no whole number from 1 to 1,000 is not taken', () => {
  for (const step of [0, -1, 1.5, 1_001, Number.NaN]) equal(setStep(newCounter, step), newCounter);
});
