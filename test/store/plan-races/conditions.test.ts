import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  cancelPlan,
  cancelRun,
  drainAgent,
  findLane,
  findRun,
  markAgentDeleting,
  removeSession,
} from '../../../shared/bus/index.ts';
import {
  concludePlan,
  dispatchAndSettle,
  draftPlan,
  openPlan,
  redriveAnyTask,
  runRound,
} from '../../../shared/plans/index.ts';
import { findRound, runGoesOn } from '../../../shared/plans/records/items.ts';
import { markSessionDeleting } from '../../../shared/sessions/index.ts';
import { projectKeys, updateItem } from '../../../shared/store/index.ts';
import { type World as HeldWorld, startWorld } from '../races/world.ts';
import { type Shape, SmallPlan } from './small-plan.ts';
import { startProviderSecret } from './small-world.ts';

/*
 * Each of these writes is held just before it is made, and somebody else does the same work to its end meanwhile. Without
 * its condition the late write would undo or repeat that.
 */

const stillBlocked = '#state = :blocked and attribute_not_exists(#open)';
const stillReady = '#state = :ready';
const roundStillOpen = '#state = :open and attribute_not_exists(#left)';
const notYetAnnounced = '#announced = :no';
const ONE: Shape = [{ depends_on: [], fails: false }];

let world: HeldWorld;
let secret: { stop(): Promise<void> };
let plan: SmallPlan;
beforeAll(async () => {
  world = await startWorld();
  secret = await startProviderSecret();
});
afterAll(async () => {
  await secret.stop();
  await world.stop();
});
beforeEach(async () => {
  plan = await SmallPlan.opened(ONE, world.queues);
});

/** All messages for workers so far are worked on, each once. */
const workAll = async (): Promise<void> => {
  for (let next = 0; next < plan.messages.length; next += 1) {
    const message = plan.messages[next];
    if (message) await plan.work(message);
  }
};
const taskStates = async (): Promise<string[]> => (await plan.tasks()).map(({ state }) => state);

describe('a late write of a plan', () => {
  test('a late write that makes a task ready is refused once the task has run, which does not run again', async () => {
    const late = await world.race(
      stillBlocked,
      () => plan.wait('late'),
      async () => {
        await plan.wait('early');
        await workAll();
        plan.finished.push(1);
      },
    );
    await workAll();
    expect([plan.begun, await taskStates()]).toEqual([[1], ['completed']]);
    expect(await plan.audit()).toEqual([]);
    expect(late.refused).toContain(stillBlocked);
  });

  test('a late write that starts a ready task is refused once the task has run, which does not run again', async () => {
    const late = await world.race(
      stillReady,
      () => plan.wait('late'),
      async () => {
        await dispatchAndSettle(plan.project.user, plan.clock);
        await workAll();
        plan.finished.push(1);
      },
    );
    await workAll();
    expect([plan.begun, await taskStates()]).toEqual([[1], ['completed']]);
    expect(await plan.audit()).toEqual([]);
    expect(late.refused).toContain(stillReady);
  });

  test('a late write that announces a task’s end is refused once the end was announced', async () => {
    await plan.wait('token');
    const late = await world.race(notYetAnnounced, workAll, () => plan.sweep());
    plan.finished.push(1);
    expect(await plan.audit()).toEqual([]);
    expect(late.refused).toContain(notYetAnnounced);
  });

  test('a late write that ends a round is refused once the round has ended', async () => {
    await plan.wait('token');
    const late = await world.race(roundStillOpen, workAll, () => plan.sweep());
    plan.finished.push(1);
    expect(await plan.audit()).toEqual([]);
    expect(late.refused).toEqual([roundStillOpen]);
  });
});

describe('an execution whose run was given to the next generation just before it', () => {
  const moveOn = async (): Promise<void> => {
    const { project, execution } = plan;
    await updateItem(projectKeys.run(project, execution.run), 'SET #generation = :next', {
      when: 'attribute_exists(#pk)',
      values: { next: 2 },
    });
  };
  const expectRefused = async (act: () => Promise<unknown>): Promise<void> => {
    const late = await world.race(runGoesOn, act, moveOn);
    expect(late.refused).toContain(runGoesOn);
    expect(late.result.status).toBe('rejected');
    // The machine tries again, and then it is told to leave.
    await expect(act()).rejects.toMatchObject({ name: 'Superseded' });
  };

  test('an execution superseded just before it acts opens no round', async () => {
    plan = await SmallPlan.drafted(ONE, world.queues);
    await expectRefused(() => openPlan(plan.execution, plan.clock));
    expect([await plan.roundState(), await taskStates()]).toEqual(['drafted', []]);
  });

  test('an execution superseded just before it acts does not wait for a round, and starts no task of it', async () => {
    await expectRefused(() => runRound(plan.execution, 'token', plan.clock));
    expect([await taskStates(), plan.messages]).toEqual([['blocked'], []]);
  });

  test('an execution superseded just before it acts does not end the run', async () => {
    await plan.wait('token');
    await workAll();
    await expectRefused(() => concludePlan(plan.execution, plan.clock));
    expect(await findRun(plan.project, plan.execution.run)).toMatchObject({ state: 'running', generation: 2 });
  });
});

describe('a task that leaves its lane because its agent is deleted', () => {
  const stillCounted = 'attribute_not_exists(#gone)';
  const AFTER_A_FAILURE: Shape = [
    { depends_on: [], fails: true },
    { depends_on: [1], fails: false },
  ];
  const deleteSecondAgent = async (): Promise<void> => {
    const [, ben = ''] = plan.agents;
    await markAgentDeleting(plan.project, ben, plan.clock);
    await drainAgent(plan.project, ben, plan.clock);
  };
  const lanes = async (): Promise<unknown[]> => {
    const found = await Promise.all(plan.agents.map((agent) => findLane(plan.project, agent)));
    return found.map((lane) => [lane?.running, lane?.waiting, lane?.live]);
  };
  const EMPTY = [
    [0, 0, 0],
    [0, 0, 0],
  ];

  beforeEach(async () => {
    plan = await SmallPlan.opened(AFTER_A_FAILURE, world.queues);
  });

  test('it is counted off once, though its plan is cancelled just then', async () => {
    const { project, execution, clock } = plan;
    await cancelRun(project, execution.run, clock);
    const late = await world.race(stillCounted, () => cancelPlan(project, execution.run, clock), deleteSecondAgent);
    expect(late.refused).toEqual([expect.stringContaining(stillCounted)]);
    expect(late.result.status).toBe('fulfilled');
    expect([await taskStates(), await lanes()]).toEqual([['cancelled', 'cancelled'], EMPTY]);
  });

  test('it is counted off once, though it is skipped just then', async () => {
    await plan.wait('token');
    const late = await world.race(`${stillBlocked} and ${stillCounted}`, workAll, deleteSecondAgent);
    expect(late.refused).toEqual([`${stillBlocked} and ${stillCounted}`]);
    expect(late.result.status).toBe('fulfilled');
    expect([await taskStates(), await lanes()]).toEqual([['failed', 'skipped'], EMPTY]);
  });
});

test('a plan that is drawn up while its session is removed leaves nothing behind', async () => {
  const { project, execution, clock } = await SmallPlan.accepted(ONE, world.queues);
  const { run, session } = execution;
  const late = await world.race(
    'attribute_not_exists(#pk)',
    () => draftPlan(execution, clock),
    async () => {
      await markSessionDeleting(project, session, { keepMemories: false, clock });
      await removeSession(project, session, { forget: async () => undefined, clock });
    },
  );
  expect(late.refused).toContain(runGoesOn);
  expect(await findRound(project, run, 1)).toBeUndefined();
});

test('a task whose agent is deleted just before its round opens fails in its turn, and the round ends', async () => {
  plan = await SmallPlan.drafted(ONE, world.queues);
  const { project, execution, clock } = plan;
  const [ann = ''] = plan.agents;
  const late = await world.race(
    '#state = :drafted',
    () => openPlan(execution, clock),
    async () => {
      await markAgentDeleting(project, ann, clock);
      await drainAgent(project, ann, clock);
      const [task] = await plan.tasks();
      await redriveAnyTask(project, { run: execution.run, id: task?.task_id ?? '', clock });
    },
  );
  expect(late.result.status).toBe('fulfilled');
  expect([await plan.roundState(), await taskStates()]).toEqual(['open', ['blocked']]);
  await plan.wait('token');
  expect([await plan.roundState(), await taskStates()]).toEqual(['ended', ['failed']]);
});
