import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Breaker, type HealthVerdict } from '../../../../../shared/gateway/upstreams/breaker.ts';

/* Requirements: GW5. */

const started = () => {
  const clock = { time: 0, now: () => clock.time };
  return { clock, breaker: new Breaker(clock, () => 1) };
};
const admitted = (breaker: Breaker): ((verdict: HealthVerdict) => void) => {
  const entry = breaker.admit();
  if (!entry.admitted) throw new Error(`It rests for ${entry.wait} ms.`);
  return entry.reportVerdict;
};
const fail = (breaker: Breaker, times: number): void => {
  for (let time = 0; time < times; time += 1) admitted(breaker)('unhealthy');
};

test('the breaker opens after ten failures in a row and not after nine', () => {
  const { breaker } = started();
  fail(breaker, 9);
  admitted(breaker)('unhealthy');
  expect(breaker.admit()).toEqual({ admitted: false, wait: 5_000 });
});

test('the breaker tells each time it opens, and once when the upstream works again', () => {
  const clock = { time: 0, now: () => clock.time };
  const told: string[] = [];
  const breaker = new Breaker(
    clock,
    () => 1,
    (state) => told.push(state),
  );
  admitted(breaker)('healthy');
  fail(breaker, 9);
  expect(told).toEqual([]);
  fail(breaker, 1);
  clock.time = 5_000;
  admitted(breaker)('unhealthy');
  clock.time = 15_000;
  admitted(breaker)('healthy');
  admitted(breaker)('healthy');
  expect(told).toEqual(['unavailable', 'unavailable', 'ok']);
});

test('a successful call resets the breaker’s count', () => {
  const { breaker } = started();
  fail(breaker, 9);
  admitted(breaker)('healthy');
  fail(breaker, 9);
  expect(breaker.admit().admitted).toBe(true);
});

test('after the rest one call goes through and no second one beside it', () => {
  const { clock, breaker } = started();
  fail(breaker, 10);
  clock.time = 5_000;
  const probe = admitted(breaker);
  expect(breaker.admit().admitted).toBe(false);
  probe('healthy');
  admitted(breaker);
  admitted(breaker);
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
    admitted(breaker)('unhealthy');
  }
  expect(rests).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000]);
});

test('a probe that was aborted lets the next one through', () => {
  const { clock, breaker } = started();
  fail(breaker, 10);
  clock.time = 5_000;
  admitted(breaker)('unknown');
  admitted(breaker);
});

test('calls from before the breaker opened neither keep it open longer nor allow a second probe', () => {
  const { clock, breaker } = started();
  const early = [admitted(breaker), admitted(breaker), admitted(breaker)] as const;
  fail(breaker, 10);
  early[0]('unhealthy');
  clock.time = 5_000;
  const probe = admitted(breaker);
  early[1]('unknown');
  early[2]('unhealthy');
  expect(breaker.admit().admitted).toBe(false);
  probe('healthy');
  admitted(breaker);
});

type Action = { do: 'wait'; time: number } | { do: 'begin' } | { do: 'end'; which: number; verdict: HealthVerdict };

test('the breaker opens only after ten failures, and then at most one call is under way, however calls overlap', () => {
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.record({ do: fc.constant('wait' as const), time: fc.integer({ min: 0, max: 60_000 }) }),
    fc.record({ do: fc.constant('begin' as const) }),
    fc.record({
      do: fc.constant('end' as const),
      which: fc.nat(20),
      verdict: fc.constantFrom<HealthVerdict>('healthy', 'unhealthy', 'unhealthy', 'unhealthy', 'unhealthy', 'unknown'),
    }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 300 }), (actions) => {
      const { clock, breaker } = started();
      const open: { report(verdict: HealthVerdict): void; probe: boolean }[] = [];
      let failures = 0;
      let isOpen = false;
      for (const one of actions) {
        if (one.do === 'wait') clock.time += one.time;
        if (one.do === 'begin') {
          const entry = breaker.admit();
          if (!isOpen) expect(entry.admitted).toBe(true);
          if (entry.admitted) open.push({ report: entry.reportVerdict, probe: isOpen });
          expect(open.filter(({ probe }) => probe).length).toBeLessThanOrEqual(1);
        }
        if (one.do === 'end') {
          const [ended] = open.splice(one.which % Math.max(1, open.length), 1);
          if (!ended) continue;
          ended.report(one.verdict);
          if (isOpen && !ended.probe) continue;
          if (one.verdict === 'healthy') [failures, isOpen] = [0, false];
          if (one.verdict === 'unhealthy') failures += 1;
          isOpen ||= failures >= 10;
        }
      }
    }),
  );
});
