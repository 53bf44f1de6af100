import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { runIdOf } from '../../../shared/plans/records/items.ts';
import { chanceOf } from '../../support/chance.ts';
import { say } from '../../support/reporting/say.ts';
import { type Shape, SmallPlan } from './small-plan.ts';
import { type SmallWorld, startSmallWorld } from './small-world.ts';

/* Requirements: BUS7, PL3. */

/** Schedules; `SCHEDULES=500 npx vitest run test/store/plan-races/interleavings.test.ts` for a long look. */
const SCHEDULES = Number(process.env.SCHEDULES ?? 12);
const MOST_ROUNDS = 30;

let world: SmallWorld;
beforeAll(async () => {
  world = await startSmallWorld();
});
afterAll(() => world.stop());

type Schedule = { shape: Shape; seed: number; crashes: number; doubles: number; sweeps: number };

const task = fc.record({ on: fc.array(fc.nat(3), { maxLength: 3 }), fails: fc.boolean() });
const shape = fc.array(task, { minLength: 1, maxLength: 4 }).map(
  (tasks): Shape =>
    tasks.map(({ on, fails }, place) => ({
      depends_on: [...new Set(on.filter((other) => other < place).map((other) => other + 1))].sort(),
      fails: fails && place % 2 === 1,
    })),
);
const schedule: fc.Arbitrary<Schedule> = fc.record({
  shape,
  seed: fc.nat(),
  crashes: fc.nat(2),
  doubles: fc.nat(2),
  sweeps: fc.nat(2),
});

const tried = { schedules: 0, steps: 0, crashes: 0, doubles: 0, sweeps: 0, tasks: 0 };

/** Everything that can happen next is listed, and the schedule chooses one, until the round is over and nobody works. */
const play = async (plan: SmallPlan, { seed, crashes, doubles, sweeps }: Schedule): Promise<void> => {
  const failures: unknown[] = [];
  const begin = (name: string, program: () => Promise<unknown>) =>
    table.begin(`${plan.execution.run} ${name}`, program, (error) => failures.push(error));
  const left = { crashes, doubles, sweeps };
  const chance = chanceOf(seed);
  const { table } = world;
  let delivered = 0;
  let turns = 0;
  let began = 0;
  const start = (what: string, program: () => Promise<unknown>): void => {
    began += 1;
    begin(`${what} ${began}`, program);
  };
  const deliver = (nth: number): void => {
    const message = plan.messages[nth];
    if (message) start('worker', () => plan.work(message));
  };
  start('starter', () => plan.wait('token'));
  for (let rounds = 0; rounds < MOST_ROUNDS; ) {
    await table.settled();
    const { waiting } = table;
    const next: (() => void)[] = waiting.map((_, place) => () => table.step(place));
    if (left.crashes > 0)
      next.push(
        ...waiting.map((_, place) => () => {
          left.crashes -= 1;
          tried.crashes += 1;
          table.die(place);
        }),
      );
    if (plan.messages.length > delivered) next.push(() => deliver(delivered++));
    if (left.doubles > 0 && delivered > 0)
      next.push(() => {
        left.doubles -= 1;
        tried.doubles += 1;
        deliver(chance.integer(0, delivered - 1));
      });
    if (left.sweeps > 0)
      next.push(() => {
        left.sweeps -= 1;
        tried.sweeps += 1;
        start('sweeper', () => plan.sweep());
      });
    if (next.length === 0) {
      if (table.live > 0) continue;
      if ((await plan.roundState()) === 'ended' && (await plan.tasks()).every(({ due_at }) => due_at === undefined))
        break;
      // The faults are spent: from here the sweeper alone takes it to its end.
      rounds += 1;
      left.crashes = 0;
      if (rounds === 1) start('starter', () => plan.wait('another'));
      start('sweeper', () => plan.sweep(10 * rounds));
      continue;
    }
    // Most turns are steps: with an even choice all crashes would come at once.
    const isStep = waiting.length > 0 && chance.integer(1, 8) > 1;
    next[chance.integer(0, (isStep ? waiting.length : next.length) - 1)]?.();
    turns += 1;
  }
  tried.steps += turns;
  expect(failures).toEqual([]);
};

/** Follows what is written: a task's end, and the end of the round, which must come last and once. */
const follow = (plan: SmallPlan): { ends: () => number } => {
  let ends = 0;
  world.table.onWritten = async ({ action, body }) => {
    const writes =
      action === 'TransactWriteItems' ? (body.TransactItems as Record<string, Update>[]) : [{ Update: body }];
    for (const write of writes) {
      const { Key, ExpressionAttributeValues: values = {} } = (write.Update ?? {}) as Update;
      const sk = Key?.sk?.S ?? '';
      if (sk.startsWith('TSK#') && runIdOf(sk.slice(4)) === plan.execution.run) {
        const ending = values[':to_state']?.S;
        if (ending === 'completed' || ending === 'failed') plan.finished.push(Number(sk.slice(-4)));
      }
      if (sk.startsWith('ROUND#') && values[':ended']?.S === 'ended' && values[':due_at']) {
        ends += 1;
        const open = (await plan.tasks()).filter(({ announced }) => announced !== true);
        if (open.length > 0) plan.wrong.push(`the round ended before ${open.map(({ plan_id }) => plan_id).join()}`);
      }
    }
  };
  return { ends: () => ends };
};
type Update = { Key?: { sk?: { S: string } }; ExpressionAttributeValues?: Record<string, { S?: string }> };

test(
  'a round ends once, after every task was announced, in whatever order its programs run and wherever they die',
  async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (one) => {
        const plan = await SmallPlan.opened(one.shape, world.queues);
        const { ends } = follow(plan);
        await play(plan, one);
        expect(await plan.audit()).toEqual([]);
        expect(ends()).toBe(1);
        tried.schedules += 1;
        tried.tasks += one.shape.length;
      }),
      { numRuns: SCHEDULES, endOnFailure: true, interruptAfterTimeLimit: 60 * MINUTE },
    );
    say(`Interleavings: ${JSON.stringify(tried)}`);
  },
  SCHEDULES * MINUTE,
);
