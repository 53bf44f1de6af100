import type { ProjectScope } from '../../../core/scope.ts';
import type { NewEvent } from '../../../events/index.ts';
import { due, projectKeys, runKeys, type Write } from '../../../store/index.ts';
import type { Task } from '../../records/items.ts';
import { idsOf } from '../../records/plan-tasks.ts';
import type { RunError } from '../../records/run.ts';

export const holdsSlot = (task: Task): boolean => task.state === 'dispatched' || task.state === 'running';

const stillHoldsSlot = '#state in (:dispatched, :running)';
const stateAsRead = '#state = :state';
const sameClass = (task: Task): string => (holdsSlot(task) ? stillHoldsSlot : stateAsRead);
const sameWake = '#wake = :wake';
/**
 * A lane counts a task's end once:
 *
 *   cancelling a plan   reads T, counted ................................ T ends, the lane counts it: live - 1
 *   draining an agent                     T is gone from its lane: live - 1
 */
const stillCounted = 'attribute_not_exists(#gone)';

/** Of a plan's task that has not begun: only then can it leave its lane without ending. */
const isCounted = ({ state, gone }: Task): boolean => !gone && (state === 'blocked' || state === 'ready');

/** State *and* wake as read: the state alone could change and change back between the read and the write. */
const asRead = (task: Task): string =>
  `${sameClass(task)} and ${sameWake}${isCounted(task) ? ` and ${stillCounted}` : ''}`;

const asReadValues = ({ state, wake }: Task): Record<string, unknown> => ({
  dispatched: 'dispatched',
  running: 'running',
  state,
  wake,
  one: 1,
});

/** An approval that the task waits for is closed with it. */
export const cancelWrites = (project: ProjectScope, task: Task): Write[] => [
  {
    key: runKeys.task(project, task.run_id, task.task_id),
    update:
      'SET #state = :cancelled, #epoch = #epoch + :one REMOVE #due_at, #due_shard, #lease_until, #why, #approval, #child',
    when: asRead(task),
    values: { ...asReadValues(task), cancelled: 'cancelled' },
  },
  ...closeOwnApproval(project, task),
];

/** A plan's task fails without its worker. It is due: its end has to be announced, and its dependents have to learn of it. */
export const failWrites = (
  project: ProjectScope,
  task: Task,
  { error, now }: { error: RunError; now: number },
): Write[] => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  return [
    {
      key,
      update:
        'SET #state = :failed, #epoch = #epoch + :one, #ended_at = :now, #error = :error, #announced = :no, #due_at = :due_at, #due_shard = :due_shard REMOVE #lease_until, #why, #approval, #child',
      when: asRead(task),
      values: { ...asReadValues(task), failed: 'failed', now, error, no: false, ...due(key, now) },
    },
    ...closeOwnApproval(project, task),
  ];
};

const closeOwnApproval = (project: ProjectScope, { approval }: Task): Write[] =>
  approval === undefined ? [] : [closeApproval(project, approval)];

const stillPending = '#status = :pending';

/** The decision is no longer needed. */
export const closeApproval = (project: ProjectScope, approval: string): Write => ({
  key: projectKeys.approval(project, approval),
  update: 'SET #status = :closed REMOVE #due_at, #due_shard',
  when: stillPending,
  values: { closed: 'closed', pending: 'pending' },
});

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
    ...closedApprovals([task]),
  ]);

export const closedApprovals = (tasks: Task[]): NewEvent[] =>
  tasks.flatMap(({ approval, run_id }) => (approval === undefined ? [] : [approvalClosed(approval, run_id)]));

export const approvalClosed = (approval: string, run: string): NewEvent => ({
  event_type: 'approval_resolved',
  payload: { approval_id: approval, run_id: run, status: 'closed' },
});
