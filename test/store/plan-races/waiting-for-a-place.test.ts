import { expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { redriveAnyTask } from '../../../shared/plans/index.ts';
import { inPlans } from './in-plans.ts';
import { SmallPlan } from './small-plan.ts';

/* Requirements: PL3. */

const here = inPlans();

test('a task that waits for a place for hours stays due, and not as if nobody had looked', async () => {
  // More than there are places.
  const plan = await SmallPlan.opened(
    Array.from({ length: 11 }, () => ({ depends_on: [], fails: false })),
    here.world.queues,
  );
  const { project, clock } = plan;
  await plan.wait('token');
  const waiting = async () => (await plan.tasks()).filter(({ state }) => state === 'ready');
  const [task] = await waiting();
  if (task?.due_at === undefined) throw new Error('No task waits, or it is not due.');
  const later = clock.now() + 11 * MINUTE;
  await redriveAnyTask(project, { run: task.run_id, id: task.task_id, clock: { now: () => later } });
  expect((await waiting()).find(({ task_id }) => task_id === task.task_id)).toMatchObject({ due_at: later });
});
