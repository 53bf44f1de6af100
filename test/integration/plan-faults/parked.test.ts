import { describe, expect, test } from 'vitest';
import type { SendFault } from '../../../infra/local/services/sqs/queues.ts';
import { storedEvents } from '../../support/events.ts';
import { until } from '../../support/until.ts';
import { converge, itemsOf, minutePasses } from './converge.ts';
import { type Diamond, resultOf, startPlan } from './diamond.ts';
import { executionsOf, nextGeneration } from './generations.ts';
import { inPlanFaults } from './in-plan-faults.ts';
import { expectConverged, expectNothingLeft, expectOrderly } from './invariants.ts';
import { approveAll, pending } from './persons.ts';
import { busy, chatsFor, waiters } from './waiters.ts';
import type { Fate } from './world.ts';

/* Requirements: AP4, BUS3. */

const here = inPlanFaults({
  agents: { ann: { tools: ['file_write'] }, ben: {}, cleo: { tools: ['ask_agent'] } },
  answers: busy(),
});

const FATES = { write: 'completed', busy: 'completed', ask: 'completed', join: 'completed' };

/** `whys`: of which waits clients were told at least. A worker that dies may have been told to wait, and told nobody. */
const expectWaited = async (plan: Diamond, whys: string[]): Promise<void> => {
  const answer = resultOf(`Join ${plan.ref}`);
  const events = await expectConverged(here.world, plan, { state: 'completed', answer, fates: FATES });
  const told = events.filter(({ event_type }) => event_type === 'task_waiting').map(({ payload }) => payload.why);
  expect(told).toEqual(expect.arrayContaining(whys));
  expect(events.filter(({ event_type }) => event_type === 'approval_required').length).toBeGreaterThanOrEqual(1);
};

/** A plan whose three tasks all wait: for a person, for a model that is busy, and for another agent. */
const allParked = async (): Promise<Diamond> => {
  const plan = await startPlan(here.world, waiters);
  let states: unknown[] = [];
  const areParked = async (): Promise<boolean> => {
    const tasks = (await itemsOf(here.world, plan)).filter(
      ({ run_id, plan_id }) => run_id === plan.run && plan_id !== undefined,
    );
    states = tasks.map(({ state, why }) => [state, why]);
    return tasks.filter(({ why }) => why === 'approval' || why === 'retry').length === 2;
  };
  await until(areParked, () => `They do not wait: ${JSON.stringify(states)}`);
  return plan;
};

/** Kills the worker at its `nth` transaction that makes a task wait. */
const atParking = (nth: number, fault: 'kill before' | 'kill after'): Fate => {
  let seen = 0;
  return ({ part, action }) => {
    if (part !== 'agent-worker' || action !== 'TransactWriteItems') return undefined;
    seen += 1;
    return seen === nth ? fault : undefined;
  };
};

describe('tasks of a plan that wait for a person, for a busy model and for another agent', () => {
  test.each([
    ['before', 1, 'kill before'],
    ['after', 2, 'kill after'],
    ['before', 3, 'kill before'],
    ['after', 4, 'kill after'],
  ] as const)(
    'parked tasks of a plan continue though their worker died %s its transaction %i',
    async (_when, nth, fault) => {
      here.world.begin(atParking(nth, fault));
      const plan = await startPlan(here.world, waiters);
      await converge(here.world, plan, { attend: () => approveAll(here.world) });
      await expectWaited(plan, ['agent', 'approval']);
      expect(chatsFor(here.world, `Join ${plan.ref}`)).toBe(1);
    },
  );

  test('parked tasks of a plan continue though every hint and the first message to each worker was lost', async () => {
    here.world.begin(() => undefined);
    const lost = new Set<string>();
    here.world.artel.cloud.queues.onSend = (queue, body): SendFault => {
      if (queue !== here.timers && lost.has(body)) return 'deliver';
      lost.add(body);
      return 'drop';
    };
    const plan = await startPlan(here.world, waiters);
    const minutes = await converge(here.world, plan, { attend: () => approveAll(here.world) });
    expect(minutes).toBeGreaterThanOrEqual(3);
    await expectWaited(plan, ['agent', 'approval', 'retry']);
    expect(chatsFor(here.world, `Join ${plan.ref}`)).toBe(1);
  });

  test('parked tasks of a plan continue once when another execution takes the plan over meanwhile', async () => {
    here.world.begin(() => undefined);
    const plan = await allParked();
    await nextGeneration(here.world, plan);
    await minutePasses(here.world);
    await converge(here.world, plan, { attend: () => approveAll(here.world) });
    await expectWaited(plan, ['agent', 'approval', 'retry']);
    expect(executionsOf(here.world, plan).map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(chatsFor(here.world, `Join ${plan.ref}`)).toBe(1);
  });

  test('parked tasks of a plan are cancelled where they wait, with their questions', async () => {
    here.world.begin(() => undefined);
    const plan = await allParked();
    expect((await here.world.alice.call('POST', `/my/runs/${plan.run}/cancel`)).status).toBe(202);
    await converge(here.world, plan);
    const events = await storedEvents(here.world.alice, plan.session);
    const fates = Object.fromEntries(
      (await itemsOf(here.world, plan))
        .filter(({ run_id, plan_id }) => run_id === plan.run && plan_id !== undefined)
        .map(({ plan_id, state }) => [String(plan_id), String(state)]),
    );
    expect(fates).toMatchObject({ write: 'cancelled', busy: 'cancelled', join: 'cancelled' });
    expectOrderly(events, plan, { state: 'cancelled', fates });
    const resolved = events.filter(({ event_type }) => event_type === 'approval_resolved');
    expect(resolved.map(({ payload }) => payload.status)).toEqual(['closed']);
    expect(await pending(here.world)).toEqual([]);
    await expectNothingLeft(here.world, plan);
  });
});
