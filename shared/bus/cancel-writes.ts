import type { ProjectScope } from '../core/scope.ts';
import { runKeys, type Write } from '../store/index.ts';
import type { Task } from './items.ts';
import type { LaneChanges } from './lane-writes.ts';
import { laneTask } from './session-writes.ts';

const holdsSlot = (task: Task): boolean => task.state === 'dispatched' || task.state === 'running';

/** Announces to the lanes what the end of a live task means for its agent. */
export const endTask = (changes: LaneChanges, task: Task): void => {
  if (holdsSlot(task)) changes.add(task.agent_key, { leaves: { from: 'slot' }, ended: 1 });
  else if (task.state === 'queued')
    changes.add(task.agent_key, { leaves: { from: 'queue', task: laneTask(task) }, ended: 1 });
  else changes.add(task.agent_key, { ended: 1 });
};

const sameClass = (task: Task): string => (holdsSlot(task) ? '#state in (:dispatched, :running)' : '#state = :state');

/** State class *and* wake as read: by state alone, a task could move on between the read and the write. */
export const cancelTask = (project: ProjectScope, task: Task): Write => ({
  key: runKeys.task(project, task.run_id, task.task_id),
  update: 'SET #state = :cancelled, #epoch = #epoch + :one REMOVE #due_at, #due_shard, #lease_until, #why',
  when: `${sameClass(task)} and #wake = :wake`,
  values: {
    cancelled: 'cancelled',
    dispatched: 'dispatched',
    running: 'running',
    state: task.state,
    wake: task.wake,
    one: 1,
  },
});
