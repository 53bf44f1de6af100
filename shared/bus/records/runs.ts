import { isoTime, MINUTE } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import { pause } from '../../core/jitter.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { projectKeys, queryPage } from '../../store/index.ts';
import { isFinal, type Run, readRun, type Task } from './items.ts';
import { findRun } from './runs-read.ts';
import { listTasks } from './tasks.ts';

/** A run as clients see it. */
export type PublicRun = {
  id: string;
  session_id: string;
  mode: Run['mode'];
  state: 'queued' | 'planning' | 'running' | 'waiting' | 'completed' | 'partial' | 'failed' | 'cancelled';
  /** Of a direct run; a plan has several agents. */
  agent_id: string | null;
  message_id: string;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
  usage: Run['usage'] | null;
  error: Run['error'] | null;
};

export type PublicTask = { id: string; plan_task: string | null; agent_key: string; state: string; attempts: number };

const at = (time: number | undefined): string | null => (time === undefined ? null : isoTime(time));

/**
 * While its task waits, say for another try, a running run is `waiting` for its readers; so is a plan whose person is asked.
 * A plan that is being cancelled runs until the last of its tasks has stopped.
 */
const publicRunState = (run: Run, task: Task | undefined): PublicRun['state'] => {
  if (run.state === 'cancelling') return 'running';
  if (run.state !== 'running') return run.state;
  if (task?.state === 'waiting' || run.approval !== undefined) return 'waiting';
  return run.mode === 'orchestrated' && run.round === 0 ? 'planning' : 'running';
};

export const publicRun = (run: Run, task?: Task): PublicRun => ({
  id: run.run_id,
  session_id: run.session_id,
  mode: run.mode,
  state: publicRunState(run, task),
  agent_id: run.agent_id ?? null,
  message_id: run.message_id,
  created_at: isoTime(run.created_at),
  started_at: at(run.started_at),
  ended_at: at(run.ended_at),
  usage: run.usage ?? null,
  error: run.error ?? null,
});

/** Which of these it is, a client could do nothing about: each of them is `queued`. */
const QUEUED: readonly string[] = ['held', 'ready', 'dispatched'];

export const publicTaskState = (state: Task['state']): string => (QUEUED.includes(state) ? 'queued' : state);

const publicTask = (task: Task): PublicTask => ({
  id: task.task_id,
  plan_task: task.plan_id ?? null,
  agent_key: task.agent_key,
  state: publicTaskState(task.state),
  attempts: task.epoch,
});

export const getRun = async (project: ProjectScope, id: string): Promise<PublicRun & { tasks: PublicTask[] }> => {
  const run = await findRun(project, id);
  if (!run) throw new NotFound('There is no such run.');
  const tasks = await listTasks(project, id);
  const root = tasks.find(({ task_id }) => task_id === run.task_id);
  return { ...publicRun(run, root), tasks: tasks.map(publicTask) };
};

/** A page of the project's runs, newest first; `state` and `session` choose among the items of a page. */
export const listRuns = async (
  project: ProjectScope,
  options: { limit: number; after?: string; state?: string; session?: string },
): Promise<{ items: PublicRun[]; next: string | undefined }> => {
  const page = await queryPage({
    in: projectKeys.run(project, 'any'),
    prefix: 'RUN#',
    limit: options.limit,
    newestFirst: true,
    ...(options.after !== undefined && { after: projectKeys.run(project, options.after).sk }),
  });
  const runs = page.items.map(readRun);
  const items = runs
    .map((run) => publicRun(run))
    .filter(({ state }) => options.state === undefined || state === options.state)
    .filter(({ session_id }) => options.session === undefined || session_id === options.session);
  return { items, next: page.next === undefined ? undefined : runs.at(-1)?.run_id };
};

/** Looks often at first, then less: most answers come within seconds. */
const PAUSES = [25, 25, 50, 50, 100, 100, 150, 250];

/** Waits until the run has ended, or `patience` milliseconds are over; either way the run as it then is. */
export const awaitRun = async (
  project: ProjectScope,
  id: string,
  patience: number,
  signal?: AbortSignal,
): Promise<Run> => {
  const until = Date.now() + Math.min(patience, MINUTE);
  for (let look = 0; ; look += 1) {
    const run = await findRun(project, id);
    if (!run) throw new NotFound('There is no such run.');
    if (isFinal(run.state) || Date.now() >= until || signal?.aborted) return run;
    await pause(Math.min(PAUSES[look] ?? 300, Math.max(1, until - Date.now())), signal);
  }
};
