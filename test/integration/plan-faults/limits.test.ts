import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { taskIn } from '../../support/plans.ts';
import { until } from '../../support/until.ts';
import { converge, itemsOf, minutePasses } from './converge.ts';
import { type Diamond, resultOf, startPlan } from './diamond.ts';
import { expectConverged } from './invariants.ts';
import { startWorld, type World } from './world.ts';

const TASKS = 6;

let world: World;
/** Tasks whose answer is held back, in the order in which they were asked for, each with what lets it go. */
let held: { task: string; letGo(text?: string): void }[];

beforeAll(async () => {
  world = await startWorld({ agents: { ann: { concurrency_limit: 6 }, ben: { concurrency_limit: 6 } } });
  held = [];
  world.artel.model.always((request) => {
    const task = taskIn(request) ?? '';
    const answer = { text: resultOf(task), gate: Promise.resolve() as Promise<unknown> };
    const { promise: gate, resolve } = Promise.withResolvers<void>();
    held.push({
      task,
      letGo: (text = answer.text) => {
        answer.text = text;
        held = held.filter(({ letGo }) => letGo !== own.letGo);
        resolve();
      },
    });
    const own = held.at(-1) as (typeof held)[number];
    answer.gate = gate;
    return answer;
  });
});
afterAll(() => world.stop());

const configure = async (max_parallel: number): Promise<void> => {
  const approval = { max_tasks: 200, max_cost: 1_000, min_risk: 'high' };
  const { status } = await world.alice.call('PUT', '/my/orchestrator/config', { max_parallel, approval });
  expect(status).toBe(200);
};

const working = (count: number): Promise<void> =>
  until(
    async () => (await world.alice.call('GET', '/my')) && held.length === count,
    () => `${held.length} tasks are at work where ${count} should be.`,
  );

const sideBySide = (agent: string): Promise<Diamond> =>
  startPlan(world, (ref) =>
    Array.from({ length: TASKS }, (_, place) => ({ id: `t${place}`, description: `Part ${place} ${ref}`, agent })),
  );
const allDone = Object.fromEntries(Array.from({ length: TASKS }, (_, place) => [`t${place}`, 'completed']));

/** Lets the tasks go one after the other; after each, so many are at work, and stay so. */
const oneAfterAnother = async (...left: number[]): Promise<void> => {
  for (const count of left) {
    held[0]?.letGo();
    await working(count);
    await settled();
    expect(held).toHaveLength(count);
  }
};

/** No worker calls anything: all that is at work waits for its model. */
const settled = (): Promise<void> => world.quiet.still(() => world.calls().length);

test(
  'lowering max_parallel while tasks work starts no other task until fewer than that are left',
  async () => {
    world.begin(() => undefined);
    await configure(4);
    const plan = await sideBySide('ann');
    await working(4);
    await configure(2);
    await oneAfterAnother(3, 2, 2, 2, 1, 0);
    await converge(world, plan);
    await expectConverged(world, plan, { state: 'completed', answer: true, fates: allDone });
  },
  10 * MINUTE,
);

test(
  'lowering an agent’s concurrency while its tasks work holds for the tasks that follow',
  async () => {
    world.begin(() => undefined);
    await configure(10);
    const plan = await sideBySide('ben');
    await working(6);
    await oneAfterAnother(5);
    const other = await sideBySide('ben');
    await working(6);
    const body = { name: 'ben', system_prompt: 'You are ben.', concurrency_limit: 2 };
    expect((await world.alice.call('PUT', '/my/agents/ben', body)).status).toBe(200);
    await oneAfterAnother(5, 4, 3, 2, 2, 2, 2, 2, 2, 1, 0);
    for (const one of [plan, other]) {
      await converge(world, one);
      await expectConverged(world, one, { state: 'completed', answer: true, fates: allDone });
    }
  },
  10 * MINUTE,
);

test(
  'a worker that lost its task while working ends nothing, whatever its model says in the end',
  async () => {
    world.begin(() => undefined);
    const plan = await startPlan(world, (ref) => [
      { id: 'a', description: `First ${ref}`, agent: 'ann' },
      { id: 'b', description: `Second ${ref}`, agent: 'ben', depends_on: ['a'] },
    ]);
    await working(1);
    const [ghost] = held;
    await minutePasses(world);
    await working(2);
    ghost?.letGo('Said by nobody.');
    await settled();
    const tasks = (await itemsOf(world, plan)).filter(
      ({ run_id, plan_id }) => run_id === plan.run && plan_id !== undefined,
    );
    expect(tasks.map(({ plan_id, state }) => [plan_id, state])).toEqual([
      ['a', 'running'],
      ['b', 'blocked'],
    ]);
    held[0]?.letGo('Said by the successor.');
    await working(1);
    held[0]?.letGo();
    await converge(world, plan);
    await expectConverged(world, plan, {
      state: 'completed',
      answer: resultOf(`Second ${plan.ref}`),
      fates: { a: 'completed', b: 'completed' },
    });
    const chats = world.artel.model.requests.filter(({ path }) => path.endsWith('/chat/completions'));
    const prompts = JSON.stringify(chats.map(({ body }) => body));
    expect(prompts).toContain('Said by the successor.');
    expect(prompts).not.toContain('Said by nobody.');
  },
  10 * MINUTE,
);
