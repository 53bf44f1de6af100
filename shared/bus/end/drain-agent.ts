import { type Clock, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { findSessionState } from '../../sessions/index.ts';
import { due, laneKeys, queryAll, ranges, updateItem } from '../../store/index.ts';
import { findLane } from '../lanes/changes.ts';
import { isFinal, type Task } from '../records/items.ts';
import { readQueuedRun } from '../records/run.ts';
import { listTasks } from '../records/tasks.ts';
import { DRAIN_DEADLINE } from '../records/timing.ts';
import { findTask } from '../work/claim.ts';
import { cancelIfLive } from './cancel/run.ts';
import { failPlanTask } from './fail-plan-task.ts';
import { failChild } from './finish/child.ts';

const notYetDeleting = 'attribute_exists(#pk) and #status <> :deleting';

/** The agent takes no more work; running work has a minute to end by itself. */
export const markAgentDeleting = async (
  project: ProjectScope,
  agent: string,
  clock: Clock = systemClock,
): Promise<void> => {
  const key = laneKeys.lane(project, agent);
  const outcome = await updateItem(
    key,
    'SET #status = :deleting, #deadline = :deadline, #due_at = :due_at, #due_shard = :due_shard',
    {
      when: notYetDeleting,
      values: { deleting: 'deleting', deadline: clock.now() + DRAIN_DEADLINE, ...due(key, clock.now()) },
    },
  );
  if (!outcome.ok && !outcome.items[0]) throw new NotFound('There is no such agent.');
};

/**
 * Ends the work of an agent that is being deleted: everything that holds no slot at once, running work after the deadline.
 * `true` when no live task is left.
 */
export const drainAgent = async (
  project: ProjectScope,
  agent: string,
  clock: Clock = systemClock,
): Promise<boolean> => {
  const lane = await findLane(project, agent);
  if (!lane) return true;
  if (lane.live === 0) return true;
  const late = clock.now() >= (lane.deadline ?? 0);
  for await (const task of tasksOf(project, agent)) await endTask(project, task, { late, clock });
  return (await findLane(project, agent))?.live === 0;
};

/** Reads the task again as often as others move it, or tell its session's log of something, just then; the sweeper goes on. */
const MOST_ATTEMPTS = 8;

const endTask = async (
  project: ProjectScope,
  found: Task,
  { late, clock }: { late: boolean; clock: Clock },
): Promise<void> => {
  let task: Task | undefined = found;
  for (let attempt = 0; task && attempt < MOST_ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(fullJitter(attempt, { base: 4, cap: 200 }));
    if (isFinal(task.state) || task.gone || (!late && task.state === 'running')) return;
    if (await triedToEnd(project, task, clock)) return;
    task = await findTask(project, task.run_id, task.task_id);
  }
};

/** `false`: something has changed since the task was read. */
const triedToEnd = async (project: ProjectScope, task: Task, clock: Clock): Promise<boolean> => {
  if (task.round !== undefined) return await failPlanTask(project, task, { error: AGENT_GONE, clock });
  if (task.parent !== undefined) return await failChild(project, task, { error: AGENT_GONE, clock });
  await cancelIfLive(project, task.run_id, clock);
  return true;
};

const AGENT_GONE = { error_code: 'agent_unavailable', detail: 'The agent was deleted before it could answer.' };

/** The live tasks of an agent, found through the project's sessions: deletions are rare, so no index is kept for it. */
async function* tasksOf(project: ProjectScope, agent: string): AsyncGenerator<Task> {
  for await (const pointer of queryAll(ranges.sessions(project))) {
    const session = String(pointer.session_id);
    const state = await findSessionState(project, session);
    if (state?.active === undefined) continue;
    for await (const item of queryAll(ranges.queuedRuns(project, session))) {
      const queued = readQueuedRun(item);
      if (queued.agent_key !== agent || queued.task_id === undefined) continue;
      const task = await findTask(project, queued.run_id, queued.task_id);
      if (task) yield task;
    }
    for (const task of await listTasks(project, state.active)) {
      if (task.agent_key === agent && !isFinal(task.state) && !task.gone) yield task;
    }
  }
}
