import type { Clock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { appendWrites, readEnd } from '../../events/index.ts';
import { due, runKeys, transact } from '../../store/index.ts';
import { LaneChanges } from '../lanes/changes.ts';
import { hint } from '../messages/hints.ts';
import { afterCommit, started, unlessTorn } from '../messages/transition.ts';
import type { Task } from '../records/items.ts';
import type { RunError } from '../records/run.ts';
import { listTasks } from '../records/tasks.ts';
import { endFamilies, leaveLanes } from './family/family.ts';

/**
 * Ends a plan's task whose agent is being deleted, with all below it; the plan goes on without it. One that has not begun
 * stays in the graph, is decided when its dependencies have settled, and no longer counts in a lane. `false`: it has changed
 * since it was read.
 */
export const failPlanTask = async (
  project: ProjectScope,
  task: Task,
  { error, clock }: { error: RunError; clock: Clock },
): Promise<boolean> => {
  const now = clock.now();
  const hasBegun = task.state !== 'blocked' && task.state !== 'ready';
  const ended = await unlessTorn(() =>
    hasBegun ? failBegun(project, task, { error, now }) : leaveLane(project, task, now),
  );
  if (ended) await hint(project, { kind: 'task', run_id: task.run_id, task_id: task.task_id });
  return ended;
};

/** Clients learn of the task's own end when it is settled, and of what ended below it at once. */
const failBegun = async (
  project: ProjectScope,
  task: Task,
  failed: { error: RunError; now: number },
): Promise<boolean> => {
  const { now } = failed;
  const tasks = task.child === undefined ? [task] : await listTasks(project, task.run_id);
  const family = endFamilies(project, tasks, { tops: [task], failed });
  const lanes = await leaveLanes(new LaneChanges(), family.ended).moves(project, now);
  const session = task.session_id;
  const isTold = family.events.length > 0;
  const end = isTold ? await readEnd(project, session) : undefined;
  const appended = end && appendWrites(project, session, { end, events: family.events, now });
  const outcome = await transact([...family.writes, ...lanes.writes, ...(appended?.writes ?? [])]);
  if (!outcome.ok) return false;
  await afterCommit({ project, starts: lanes.starts.map(started), session, events: appended?.events ?? [] });
  return true;
};

const stillCounted = '#state = :state and attribute_not_exists(#gone)';

/** The last of its dependencies to settle acts on a blocked task; a ready one is due, so that the sweeper acts on it. */
const leaveLane = async (project: ProjectScope, task: Task, now: number): Promise<boolean> => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  const lanes = await leaveLanes(new LaneChanges(), [task]).moves(project, now);
  const outcome = await transact([
    {
      key,
      update: `SET #gone = :yes${task.state === 'ready' ? ', #due_at = :due_at, #due_shard = :due_shard' : ''}`,
      when: stillCounted,
      values: { state: task.state, yes: true, ...due(key, now) },
    },
    ...lanes.writes,
  ]);
  return outcome.ok;
};
