import { LaneChanges, type RunError, untilDecided } from '../../bus/index.ts';
import type { Clock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { due, getItem, runKeys, SCHEMA_VERSION, transact, userKeys, type Write } from '../../store/index.ts';
import { type PlanTask, readPlanTask } from '../records/items.ts';
import { READY_RECHECK_AFTER } from '../records/timing.ts';

export const AGENT_GONE: RunError = { error_code: 'agent_unavailable', detail: 'The agent no longer takes work.' };

/** Tasks made ready in one transaction. */
const BATCH_SIZE = 30;

const stillBlocked = '#state = :blocked and attribute_not_exists(#open)';

/** Whether a task whose dependencies have all settled can run. */
export const mayRun = (task: PlanTask): boolean => task.broken === undefined && !task.gone;

/**
 * Decides the fate of tasks whose dependencies have all settled: ready to run, or skipped because one of them did not
 * complete. Returns the tasks that settled, whose own dependents have to be updated. Repeatable, also concurrently.
 */
export const actOnEmptied = async (project: ProjectScope, tasks: PlanTask[], clock: Clock): Promise<PlanTask[]> => {
  const emptied = tasks.filter((task) => task.state === 'blocked' && task.open === undefined);
  const ready = emptied.filter(mayRun);
  for (let from = 0; from < ready.length; from += BATCH_SIZE) {
    await makeReady(project, ready.slice(from, from + BATCH_SIZE), clock);
  }
  const settled: PlanTask[] = [];
  for (const task of emptied.filter((one) => !mayRun(one))) {
    const ended = await endWithoutWork(project, task, clock);
    if (ended) settled.push(ended);
  }
  return settled;
};

/** All in one transaction; if one of them has changed meanwhile, one transaction each. */
const makeReady = async (project: ProjectScope, tasks: PlanTask[], clock: Clock): Promise<void> => {
  const now = clock.now();
  const outcome = await transact(tasks.flatMap((task) => readyWrites(project, task, now)));
  if (outcome.ok || tasks.length === 1) return;
  for (const task of tasks) await transact(readyWrites(project, task, now));
};

const readyWrites = (project: ProjectScope, task: PlanTask, now: number): Write[] => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  return [
    {
      key,
      update: 'SET #state = :ready, #ready_at = :now, #due_at = :due_at, #due_shard = :due_shard',
      when: stillBlocked,
      values: { blocked: 'blocked', ready: 'ready', now, ...due(key, now + READY_RECHECK_AFTER) },
    },
    {
      put: {
        ...userKeys.ready(project.user, task.task_id),
        v: SCHEMA_VERSION,
        project_id: project.projectId,
        run_id: task.run_id,
        task_id: task.task_id,
        agent_key: task.agent_key,
      },
    },
  ];
};

/**
 * A lane counts a task's end once:
 *
 *   last dependency      T is emptied, counted ............................ T is skipped, the lane counts it: live - 1
 *   draining an agent                           T is gone: live - 1
 */
const stillCounted = 'attribute_not_exists(#gone)';

/** A task that never runs: skipped, or failed because its agent is gone. It no longer counts in its agent's lane. */
const endWithoutWork = async (
  project: ProjectScope,
  emptied: PlanTask,
  clock: Clock,
): Promise<PlanTask | undefined> => {
  let task = emptied;
  const refused = async () => {
    const item = await getItem(runKeys.task(project, task.run_id, task.task_id));
    if (item?.state !== 'blocked' || item.open !== undefined) return { done: undefined };
    task = readPlanTask(item);
    return 'again';
  };
  return untilDecided<PlanTask | undefined>(async () => {
    const now = clock.now();
    const ending = task.broken ? { state: 'skipped' as const } : { state: 'failed' as const, error: AGENT_GONE };
    const changes = new LaneChanges();
    if (!task.gone) changes.add(task.agent_key, { ended: 1 });
    const lanes = await changes.moves(project, now);
    const when = task.gone ? stillBlocked : `${stillBlocked} and ${stillCounted}`;
    const outcome = await transact([endingWrite(project, task, { ending, now, when }), ...lanes.writes]);
    if (outcome.ok) return { done: { ...task, ...ending, ended_at: now, announced: false } };
    return refused();
  }, refused);
};

/** The write that settles a task without a worker. It stays due until its end has been announced and its dependents updated. */
export const endingWrite = (
  project: ProjectScope,
  task: PlanTask,
  { ending, now, when }: { ending: { state: 'skipped' | 'failed'; error?: RunError }; now: number; when: string },
): Write => {
  const key = runKeys.task(project, task.run_id, task.task_id);
  return {
    key,
    update: `SET #state = :ending, #announced = :no, #ended_at = :now, #due_at = :due_at, #due_shard = :due_shard${ending.error ? ', #error = :error' : ''}`,
    when,
    values: {
      blocked: 'blocked',
      ready: 'ready',
      ending: ending.state,
      error: ending.error,
      no: false,
      now,
      ...due(key, now),
    },
  };
};
