import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { storedEvents } from '../../support/events.ts';
import { isPlanning, promptOf, taskIn } from '../../support/plans.ts';
import { until } from '../../support/until.ts';
import { converge, itemsOf } from './converge.ts';
import { asked, type Diamond, refIn, resultOf, startPlan } from './diamond.ts';
import { expectConverged, expectNothingLeft, expectOrderly } from './invariants.ts';
import { type Fate, startWorld, type World } from './world.ts';

/** More than are written in one transaction. */
const PIECES = 44;
const WRITTEN = 40;

let world: World;

beforeAll(async () => {
  world = await startWorld();
  world.artel.model.always((request) => {
    if (isPlanning(request))
      return { text: JSON.stringify(pieces(refIn(promptOf(request).split('## Request')[1] ?? ''))) };
    const task = taskIn(request) ?? '';
    return task.startsWith('Fail') ? { status: 400 } : { text: resultOf(task) };
  });
});
afterAll(() => world.stop());

const pieces = (ref: string) => ({
  tasks: Array.from({ length: PIECES }, (_, place) => ({
    id: `p${place + 1}`,
    description: `Piece ${place + 1} ${ref}`,
    agent: place % 2 === 0 ? 'ann' : 'cleo',
    depends_on: ['a'],
  })),
});

const start = (): Promise<Diamond> =>
  startPlan(world, (ref) => [
    { id: 'a', description: `Gather ${ref}`, agent: 'ann' },
    { id: 'b', description: `Fail ${ref}`, agent: 'ben' },
  ]);

/** The function dies before it writes the second part of the second round, so often. */
const cutShort = (times: number): { fate: Fate; cuts(): number } => {
  let writes = 0;
  return {
    fate: ({ part, action }) => {
      const [running] = world.artel.cloud.stepFunctions.executions().filter((one) => one.running);
      const opened = running?.visited.filter((name) => name === 'Open').length;
      if (part !== 'plans' || opened !== 2 || running?.visited.at(-1) !== 'Open' || action !== 'TransactWriteItems')
        return undefined;
      writes += 1;
      return writes > 1 && writes <= times + 1 ? 'kill before' : undefined;
    },
    cuts: () => Math.max(0, writes - 1),
  };
};

test(
  'a second round that was written partly is completed, and every task runs once',
  async () => {
    const cut = cutShort(1);
    world.begin(cut.fate);
    const plan = await start();
    await converge(world, plan);
    expect(cut.cuts()).toBeGreaterThanOrEqual(1);
    const drawn = Object.fromEntries(pieces(plan.ref).tasks.map(({ id }) => [id, 'completed']));
    const fates = { a: 'completed', b: 'failed', ...drawn };
    await expectConverged(world, plan, { state: 'completed', answer: true, fates });
    const counts = asked(world, plan);
    expect(counts.size).toBe(PIECES + 3);
    expect([...counts.values()].every((count) => count === 1)).toBe(true);
  },
  10 * MINUTE,
);

test(
  'cancelling a plan whose second round is partly written announces nothing of that part, and frees everything',
  async () => {
    const cut = cutShort(1_000);
    world.begin(cut.fate);
    const plan = await start();
    const drafted = async () =>
      (await itemsOf(world, plan)).filter(({ run_id, plan_id }) => run_id === plan.run && /^p/.test(String(plan_id)));
    const isBegun = async (): Promise<boolean> => {
      await world.quiet.idle();
      return cut.cuts() > 0;
    };
    await until(isBegun, () => 'The second round was never begun.');
    expect((await drafted()).map(({ state }) => state)).toEqual(Array.from({ length: WRITTEN }, () => 'blocked'));
    expect((await world.alice.call('POST', `/my/runs/${plan.run}/cancel`)).status).toBe(202);
    await converge(world, plan);
    expect((await drafted()).map(({ state }) => state)).toEqual(Array.from({ length: WRITTEN }, () => 'cancelled'));
    const events = await storedEvents(world.alice, plan.session);
    expectOrderly(events, plan, { state: 'cancelled', fates: { a: 'completed', b: 'failed' } });
    expect(events.filter(({ payload }) => /^p\d/.test(String(payload.plan_task)))).toEqual([]);
    await expectNothingLeft(world, plan);
  },
  10 * MINUTE,
);
