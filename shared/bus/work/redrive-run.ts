import { type Clock, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import { restored } from '../../core/scope.ts';
import { due, runKeys, updateItem } from '../../store/index.ts';
import { findRun } from '../records/find-run.ts';
import { isFinal } from '../records/items.ts';
import { listTasks } from '../records/tasks.ts';
import { redriveTask } from './wake.ts';

const stillWaits = '#state = :state and #wake = :wake';

/**
 * Makes every stalled live task of a run due now and redrives it: for an operator who has found dead letters and does not
 * want to wait for the sweeper. A running task with a valid lease, or one that waits for a person or
 * another agent, is left alone.
 */
export const redriveRun = async (
  owner: { user_id: string; project_id: string },
  run: string,
  clock: Clock = systemClock,
): Promise<{ redriven: string[] }> => {
  const project = restored(owner);
  if (!(await findRun(project, run))) throw new NotFound('There is no such run.');
  const redriven: string[] = [];
  for (const task of await listTasks(project, run)) {
    const stands = task.state === 'dispatched' || (task.state === 'waiting' && task.why === 'retry');
    if (isFinal(task.state) || !stands) continue;
    const key = runKeys.task(project, run, task.task_id);
    const outcome = await updateItem(key, 'SET #due_at = :due_at, #due_shard = :due_shard', {
      when: stillWaits,
      values: { state: task.state, wake: task.wake, ...due(key, clock.now()) },
    });
    if (!outcome.ok) continue;
    await redriveTask(project, { run, id: task.task_id }, clock);
    redriven.push(task.task_id);
  }
  return { redriven };
};
