import type { ProjectScope } from '../../../core/scope.ts';
import type { NewEvent } from '../../../events/index.ts';
import { projectKeys, runKeys, type Write } from '../../../store/index.ts';
import type { LaneChanges } from '../../lanes/changes.ts';
import { isFinal, type Task } from '../../records/items.ts';
import { laneTask } from '../../records/lane.ts';
import { idsOf } from '../../records/plan-tasks.ts';
import { listTasks } from '../../records/tasks.ts';

export const holdsSlot = (task: Task): boolean => task.state === 'dispatched' || task.state === 'running';

/** Adds what the end of a live task changes in its agent's lane. */
export const endTask = (changes: LaneChanges, task: Task): void => {
  if (holdsSlot(task)) changes.add(task.agent_key, { leaves: { from: 'slot' }, ended: 1 });
  else if (task.state === 'queued')
    changes.add(task.agent_key, { leaves: { from: 'queue', task: laneTask(task) }, ended: 1 });
  else if (!task.gone) changes.add(task.agent_key, { ended: 1 });
};

const sameClass = (task: Task): string => (holdsSlot(task) ? '#state in (:dispatched, :running)' : '#state = :state');

/**
 * Requires state *and* wake as read: the state alone could change and change back between the read and the write. An
 * approval that the task waits for is closed with it.
 */
export const cancelTask = (project: ProjectScope, task: Task): Write[] => [
  {
    key: runKeys.task(project, task.run_id, task.task_id),
    update:
      'SET #state = :cancelled, #epoch = #epoch + :one REMOVE #due_at, #due_shard, #lease_until, #why, #approval, #child',
    when: `${sameClass(task)} and #wake = :wake`,
    values: {
      cancelled: 'cancelled',
      dispatched: 'dispatched',
      running: 'running',
      state: task.state,
      wake: task.wake,
      one: 1,
    },
  },
  ...(task.approval !== undefined ? [closeApproval(project, task.approval)] : []),
];

/** The decision is no longer needed. */
export const closeApproval = (project: ProjectScope, approval: string): Write => ({
  key: projectKeys.approval(project, approval),
  update: 'SET #status = :closed REMOVE #due_at, #due_shard',
  when: '#status = :pending',
  values: { closed: 'closed', pending: 'pending' },
});

/** The tasks of a run that are not final yet. */
export const liveTasks = async (project: ProjectScope, run: string): Promise<Task[]> =>
  (await listTasks(project, run)).filter(({ state }) => !isFinal(state));

/** The events of cancelled tasks. An open intent says that its effect may have happened. */
export const cancelledEvents = (tasks: Task[]): NewEvent[] =>
  tasks.flatMap((task): NewEvent[] => [
    {
      event_type: 'task_cancelled',
      payload: {
        ...idsOf(task),
        ...(task.intent && { outcome_unknown: { step: task.intent.step } }),
      },
    },
    ...(task.approval !== undefined ? [approvalClosed(task.approval, task.run_id)] : []),
  ]);

export const approvalClosed = (approval: string, run: string): NewEvent => ({
  event_type: 'approval_resolved',
  payload: { approval_id: approval, run_id: run, status: 'closed' },
});
