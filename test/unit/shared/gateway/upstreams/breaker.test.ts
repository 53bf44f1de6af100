import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Breaker, type Verdict } from '../../../../../shared/gateway/upstreams/breaker.ts';

const started = () => {
  const clock = { time: 0, now: () => clock.time };
  return { clock, breaker: new Breaker(clock, () => 1) };
};
const fail = (breaker: Breaker, times: number): void => {
  for (let time = 0; time < times; time += 1) {
    expect(breaker.admit().admitted).toBe(true);
    breaker.tell('ill');
  }
};

test('nine failures in a row keep nobody out; the tenth does', () => {
  const { breaker } = started();
  fail(breaker, 9);
  expect(breaker.admit()).toEqual({ admitted: true });
  breaker.tell('ill');
  expect(breaker.admit()).toEqual({ admitted: false, wait: 5_000 });
});

test('a call that goes well starts the count anew', () => {
  const { breaker } = started();
  fail(breaker, 9);
  breaker.tell('well');
  fail(breaker, 9);
  expect(breaker.admit().admitted).toBe(true);
});

test('after the rest one call goes through and no second one beside it', () => {
  const { clock, breaker } = started();
  fail(breaker, 10);
  clock.time = 5_000;
  expect(breaker.admit().admitted).toBe(true);
  expect(breaker.admit().admitted).toBe(false);
  breaker.tell('well');
  expect(breaker.admit().admitted).toBe(true);
  expect(breaker.admit().admitted).toBe(true);
});

test('each rest is twice as long as the one before, up to two minutes', () => {
  const { clock, breaker } = started();
  fail(breaker, 10);
  const rests: number[] = [];
  for (let time = 0; time < 7; time += 1) {
    const entry = breaker.admit();
    if (entry.admitted) throw new Error('It should rest.');
    rests.push(entry.wait);
    clock.time += entry.wait;
    expect(breaker.admit().admitted).toBe(true);
    breaker.tell('ill');
  }
  expect(rests).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000]);
});

test('a probe that was called off lets the next one through', () => {
  const { clock, breaker } = started();
  fail(breaker, 10);
  clock.time = 5_000;
  expect(breaker.admit().admitted).toBe(true);
  breaker.tell('unknown');
  expect(breaker.admit().admitted).toBe(true);
});

test('whatever happens, at most one call at a time is let through from the tenth failure until one goes well', () => {
  const verdict = fc.constantFrom<Verdict>('well', 'ill', 'ill', 'ill', 'unknown');
  const action = fc.oneof(
    fc.record({ do: fc.constant('wait' as const), time: fc.integer({ min: 0, max: 60_000 }) }),
    fc.record({ do: fc.constant('call' as const), verdict }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
      const { clock, breaker } = started();
      let inARow = 0;
      for (const one of actions) {
        if (one.do === 'wait') {
          clock.time += one.time;
          continue;
        }
        const { admitted } = breaker.admit();
        if (inARow < 10) expect(admitted).toBe(true);
        if (!admitted) continue;
        if (inARow >= 10) expect(breaker.admit().admitted).toBe(false);
        breaker.tell(one.verdict);
        if (one.verdict === 'well') inARow = 0;
        else if (one.verdict === 'ill') inARow += 1;
      }
    }),
  );
});
