import { expect, test } from 'vitest';
import { beginCancel, cancelPlan, findRun, slotNameOf } from '../../../shared/bus/index.ts';
import { removeDeletedSession } from '../../../shared/maintenance/index.ts';
import { takenSlots } from '../../../shared/plans/dispatch/slots.ts';
import { markSessionDeleting } from '../../../shared/sessions/index.ts';
import { due, runKeys, updateItem, userKeys } from '../../../shared/store/index.ts';
import { inPlans } from './in-plans.ts';
import { SmallPlan } from './small-plan.ts';

/* Requirements: CH9, PL7. */

const here = inPlans();

/** One task, as it stands when whoever announced its end died before anything else. */
const announcedOnly = async (): Promise<SmallPlan> => {
  const plan = await SmallPlan.opened([{ depends_on: [], fails: true }], here.world.queues);
  const { project } = plan;
  await plan.wait('token');
  for (const message of plan.messages) await plan.work(message);
  const [task] = await plan.tasks();
  if (task?.announced !== true) throw new Error('The task was not announced.');
  const key = runKeys.task(project, task.run_id, task.task_id);
  await updateItem(key, 'SET #due_at = :due_at, #due_shard = :due_shard', { values: due(key, plan.clock.now()) });
  await updateItem(userKeys.planLane(project.user), 'ADD #places :name', {
    values: { name: new Set([slotNameOf(task)]) },
  });
  expect((await takenSlots(project.user)).size).toBe(1);
  return plan;
};

test('a chat that is deleted gives back the places of its plans’ tasks, also of one whose worker died behind the news of its end', async () => {
  const { project, execution, clock } = await announcedOnly();
  const run = await findRun(project, execution.run);
  if (!run) throw new Error('The plan has no run.');
  await beginCancel(project, run, { now: clock.now() });
  await cancelPlan(project, run.run_id, clock);
  await markSessionDeleting(project, execution.session, { keepMemories: true, clock });
  await removeDeletedSession(project, execution.session, clock);
  expect(await findRun(project, execution.run)).toBeUndefined();
  expect((await takenSlots(project.user)).size).toBe(0);
});
