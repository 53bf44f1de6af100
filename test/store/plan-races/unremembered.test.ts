import { expect, test } from 'vitest';
import { slotNameOf } from '../../../shared/bus/index.ts';
import { takenSlots } from '../../../shared/plans/dispatch/slots.ts';
import { redriveAnyTask } from '../../../shared/plans/index.ts';

import { due, runKeys, updateItem, userKeys } from '../../../shared/store/index.ts';
import { inPlans } from './in-plans.ts';
import { SmallPlan } from './small-plan.ts';

/* Requirements: PL7. */

const here = inPlans();

test('a task whose worker died between the news of its end and the rest gives its slot back before it is remembered', async () => {
  const plan = await SmallPlan.opened([{ depends_on: [], fails: false }], here.world.queues);
  const { project } = plan;
  await plan.wait('token');
  for (const message of plan.messages) await plan.work(message);
  const [task] = await plan.tasks();
  if (!task) throw new Error('The plan has no task.');
  // As that death leaves it: announced, its slot taken, its answer not in memory, and due.
  const key = runKeys.task(project, task.run_id, task.task_id);
  await updateItem(key, 'SET #unremembered = :yes, #due_at = :due_at, #due_shard = :due_shard', {
    values: { yes: true, ...due(key, plan.clock.now()) },
  });
  await updateItem(userKeys.planLane(project.user), 'ADD #places :name', {
    values: { name: new Set([slotNameOf(task)]) },
  });
  expect((await takenSlots(project.user)).size).toBe(1);

  await redriveAnyTask(project, { run: task.run_id, id: task.task_id, clock: plan.clock });
  expect((await takenSlots(project.user)).size).toBe(0);
  expect((await plan.tasks())[0]).toMatchObject({ unremembered: true, reminders: 1, due_at: expect.any(Number) });
});
