import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SendFault } from '../../../infra/local/services/sqs/queues.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { chanceOf } from '../../support/chance.ts';
import type { CallFault } from '../../support/fault-proxy.ts';
import { say } from '../../support/reporting/say.ts';
import { ALL } from './points.ts';
import { expectEmptyLane, type Settled, settle } from './settling.ts';
import { startWorld, type World } from './world.ts';

/* Requirements: BUS7. */

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
afterEach(() => {
  world.artel.cloud.queues.onSend = () => 'deliver';
});

const LONGEST = ALL ? 60 * MINUTE : 10 * MINUTE;
const unharmed = () => undefined;

/** Runs side by side, each in a session of its own, while messages meet their fate. */
const runs = async (count: number, fate: (body: string) => SendFault): Promise<Settled[]> => {
  const { queues } = world.artel.cloud;
  const sent: SendFault[] = [];
  queues.onSend = (_queue, body) => {
    const next = fate(body);
    sent.push(next);
    return next;
  };
  const sessions: string[] = [];
  for (let place = 0; place < count; place += 1) sessions.push(await world.newSession());
  const settled = await Promise.all(sessions.map((session) => settle(world, session, unharmed, { alone: false })));
  await expectEmptyLane(world);
  expect(sent.length).toBeGreaterThanOrEqual(count);
  return settled;
};
const endsOf = (settled: Settled[]): string[] => settled.map(({ state }) => state);

describe('messages of the queues, during runs with three tools', () => {
  test(
    'queue messages that all arrive twice have nothing done twice, and the person is not asked twice',
    async () => {
      const settled = await runs(4, () => 'double');
      expect(endsOf(settled)).toEqual(settled.map(() => 'completed'));
      expect(settled.map(({ repeats }) => repeats)).toEqual([0, 0, 0, 0]);
    },
    LONGEST,
  );

  test(
    'queue messages that are all lost the first time only cost time: each wait ends with the sweeper',
    async () => {
      const lost = new Set<string>();
      const settled = await runs(3, (body) => {
        const fate = lost.has(body) ? 'deliver' : 'drop';
        lost.add(body);
        return fate;
      });
      expect(endsOf(settled)).toEqual(settled.map(() => 'completed'));
      for (const { minutes } of settled) expect(minutes).toBeGreaterThan(0);
    },
    LONGEST,
  );

  test(
    'queue messages that come late, out of order and sometimes twice change nothing',
    async () => {
      const chance = chanceOf(7);
      const fate = (): SendFault => chance.one(['deliver', 'double', { delayMs: chance.integer(1, 60) }] as const);
      const settled = await runs(5, fate);
      expect(endsOf(settled)).toEqual(settled.map(() => 'completed'));
    },
    LONGEST,
  );
});

/** At which call of the run, and what then. A run makes about a hundred, more after each fault. */
const faults = fc.constantFrom<CallFault>('kill before', 'kill after', 'refuse', 'lose reply', { delayMs: 30 });
const schedule = fc.record({
  calls: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 110 }), faults), {
    minLength: 1,
    maxLength: 4,
    selector: ([at]) => at,
  }),
  messages: fc.array(fc.constantFrom<SendFault>('deliver', 'double', 'drop', { delayMs: 20 }), { maxLength: 6 }),
  onDoubt: fc.constantFrom('approve' as const, 'reject' as const),
});

describe('any mixture of faults', () => {
  test(
    'any mixture of faults leaves a run with one end, every effect at most as often as the person chose, and nothing behind',
    async () => {
      const session = await world.newSession();
      const tried = { runs: 0, faults: 0, killed: 0 };
      await fc.assert(
        fc.asyncProperty(schedule, async ({ calls, messages, onDoubt }) => {
          const fates = [...messages];
          world.artel.cloud.queues.onSend = () => fates.shift() ?? 'deliver';
          const planned = new Map(calls);
          await settle(
            world,
            session,
            ({ number }) => {
              const fault = planned.get(number);
              if (fault) tried.faults += 1;
              if (typeof fault === 'string' && fault.startsWith('kill')) tried.killed += 1;
              return fault;
            },
            { onDoubt, heals: 10 },
          );
          tried.runs += 1;
        }),
        { numRuns: ALL ? 100 : 8, interruptAfterTimeLimit: LONGEST - MINUTE, endOnFailure: true },
      );
      say(`Random schedules: ${tried.runs} runs, ${tried.faults} faults, ${tried.killed} of them kills`);
    },
    LONGEST,
  );
});
