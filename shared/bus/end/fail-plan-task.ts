import type { Clock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { due, runKeys, transact } from '../../store/index.ts';
import { LaneChanges } from '../lanes/changes.ts';
import { hint } from '../messages/hints.ts';
import { afterCommit, started } from '../messages/transition.ts';
import type { Task } from '../records/items.ts';
import type { RunError } from '../records/run.ts';
import { cancelTask, endTask } from './cancel/writes.ts';

/**
 * Ends a plan's task whose agent is being deleted. One that has begun fails at once, and the plan goes on without it. One
 * that has not begun stays in the graph, is decided when its dependencies have settled, and no longer counts in a lane.
 * `false`: it has changed since it was read.
 */
export const failPlanTask = async (
  project: ProjectScope,
  task: Task,
  { error, clock }: { error: RunError; clock: Clock },
): Promise<boolean> => {
  const now = clock.now();
  const key = runKeys.task(project, task.run_id, task.task_id);
  const changes = new LaneChanges();
  endTask(changes, task);
  const lanes = await changes.moves(project, now);
  const waits = task.state === 'blocked' || task.state === 'ready';
  const [cancelled, ...others] = cancelTask(project, task);
  if (!cancelled || !('update' in cancelled)) return false;
  const outcome = await transact([
    waits
      ? {
          key,
          // The last of its dependencies to settle acts on a blocked task; a ready one is due, so that the sweeper acts on it.
          update: `SET #gone = :yes${task.state === 'ready' ? ', #due_at = :due_at, #due_shard = :due_shard' : ''}`,
          when: '#state = :state and attribute_not_exists(#gone)',
          values: { state: task.state, yes: true, ...due(key, now) },
        }
      : {
          ...cancelled,
          update:
            'SET #state = :failed, #epoch = #epoch + :one, #ended_at = :now, #error = :error, #announced = :no, #due_at = :due_at, #due_shard = :due_shard REMOVE #lease_until, #why, #approval, #child',
          values: { ...cancelled.values, failed: 'failed', now, error, no: false, ...due(key, now) },
        },
    ...(waits ? [] : others),
    ...lanes.writes,
  ]);
  if (!outcome.ok) return false;
  await afterCommit({ project, starts: lanes.starts.map(started), session: task.session_id, events: [] });
  await hint(project, { kind: 'task', run_id: task.run_id, task_id: task.task_id });
  return true;
};
