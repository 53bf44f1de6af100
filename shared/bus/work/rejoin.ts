import type { ProjectScope } from '../../core/scope.ts';
import { appendWrites, type NewEvent, readEnd } from '../../events/index.ts';
import { runKeys, transact, type Write } from '../../store/index.ts';
import { joinedTask, LaneChanges } from '../lanes/changes.ts';
import { afterCommit, started, unlessTorn } from '../messages/transition.ts';
import type { Task } from '../records/items.ts';
import { laneTask } from '../records/lane.ts';

/** What brings a waiting task back to its lane: the wait it ends, and what else becomes true with it. */
export type Rejoining = {
  why: NonNullable<Task['why']>;
  /** A further condition on the task, with its values. */
  when?: string;
  set?: string[];
  remove?: string[];
  values?: Record<string, unknown>;
  writes?: Write[];
  events?: NewEvent[];
  /** Another lane's effects in the same transaction: that of a child that ends. */
  changes?: LaneChanges;
};

const stillWaits = '#state = :waiting and #why = :why and #wake = :wake';

/**
 * One attempt: the task joins its lane, started or queued, in one transaction with what woke it. `false`: something has
 * changed since the task was read.
 */
export const rejoinLane = (
  project: ProjectScope,
  task: Task,
  attempt: { rejoining: Rejoining; now: number },
): Promise<boolean> => unlessTorn(() => joinOnce(project, task, attempt));

const joinOnce = async (
  project: ProjectScope,
  task: Task,
  { rejoining, now }: { rejoining: Rejoining; now: number },
): Promise<boolean> => {
  const { why, when, set = [], remove = [], values = {}, writes = [], events = [] } = rejoining;
  const joining = laneTask(task);
  const changes = (rejoining.changes ?? new LaneChanges()).add(task.agent_key, {
    joins: { task: joining, isNew: false },
  });
  const [lanes, end] = await Promise.all([
    changes.moves(project, now),
    events.length > 0 ? readEnd(project, task.session_id) : undefined,
  ]);
  const appended = end && appendWrites(project, task.session_id, { end, events, now });
  const joined = lanes.moves.get(task.agent_key)?.joined ?? 'queued';
  const joinedAs = joinedTask(project, joining, { joined, now });
  const dispatched = joined === 'dispatched';
  const assignments = ['#state = :state', '#wake = :next', ...(dispatched ? DUE : []), ...set];
  const removed = ['#why', ...(dispatched ? [] : ['#due_at', '#due_shard']), ...remove];
  const outcome = await transact([
    {
      key: runKeys.task(project, task.run_id, task.task_id),
      update: `SET ${assignments.join(', ')} REMOVE ${removed.join(', ')}`,
      when: when ? `${stillWaits} and ${when}` : stillWaits,
      values: { ...joinedAs, next: joinedAs.wake, waiting: 'waiting', why, wake: task.wake, ...values },
    },
    ...writes,
    ...lanes.writes,
    ...(appended?.writes ?? []),
  ]);
  if (!outcome.ok) return false;
  const starts = [...lanes.starts.map(started), ...(dispatched ? [started(joining)] : [])];
  await afterCommit({ project, starts, session: task.session_id, events: appended?.events ?? [] });
  return true;
};

const DUE = ['#due_at = :due_at', '#due_shard = :due_shard'];
