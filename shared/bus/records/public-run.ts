import * as z from 'zod';
import { isoTime } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { getItems, runKeys } from '../../store/index.ts';
import { readTask, type Task } from './items.ts';
import { runErrorSchema, usageSchema } from './parts.ts';
import type { Run } from './run.ts';
import { runSchema } from './run.ts';

export const publicRunStates = [
  'queued',
  'planning',
  'running',
  'waiting',
  'completed',
  'partial',
  'failed',
  'cancelled',
] as const;
export const publicRunStateSchema = z.enum(publicRunStates).meta({ id: 'RunState' });

/** A run as clients see it. */
export const publicRunSchema = z
  .object({
    id: z.string(),
    session_id: z.string(),
    mode: runSchema.shape.mode,
    state: publicRunStateSchema,
    /** Of a direct run; a plan has several agents. */
    agent_id: z.string().nullable(),
    message_id: z.string(),
    created_at: z.string(),
    started_at: z.string().nullable(),
    ended_at: z.string().nullable(),
    usage: usageSchema.nullable(),
    error: runErrorSchema.nullable(),
    /** What the answer had to do without, say a tool server that could not be reached; absent where nothing was missing. */
    notices: z.array(z.string()).optional(),
  })
  .meta({ id: 'Run' });
export type PublicRun = z.infer<typeof publicRunSchema>;

/** Of a direct run: clients see a waiting task as a state of the run. */
export const publicTaskStates = [
  'queued',
  'blocked',
  'running',
  'waiting',
  'completed',
  'failed',
  'skipped',
  'cancelled',
] as const;

export const publicTaskSchema = z
  .object({
    id: z.string(),
    plan_task: z.string().nullable(),
    agent_key: z.string(),
    state: z.enum(publicTaskStates),
    attempts: z.number().int(),
  })
  .meta({ id: 'Task' });
export type PublicTask = z.infer<typeof publicTaskSchema>;

const at = (time: number | undefined): string | null => (time === undefined ? null : isoTime(time));

/**
 * Clients see a running run as `waiting` while its task waits, say for a retry, and a plan while it waits for approval. A
 * plan that is being cancelled is `running` until the last of its tasks has stopped.
 */
const publicRunState = (run: Run, task: Task | undefined): PublicRun['state'] => {
  if (run.state === 'cancelling') return 'running';
  if (run.state !== 'running') return run.state;
  if (task?.state === 'waiting' || run.approval !== undefined) return 'waiting';
  return run.mode === 'orchestrated' && run.round === 0 ? 'planning' : 'running';
};

/** `task` is that of a direct run, needed to tell whether it waits; a caller that has not read it uses `publicRunsOf`. */
export const publicRun = (run: Run, task: Task | undefined): PublicRun => ({
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
  ...(run.notices && { notices: run.notices }),
});

const isRunningTask = (run: Run): run is Run & { task_id: string } =>
  run.state === 'running' && run.task_id !== undefined;

/** Runs as clients see them, in the same order: reads the tasks of those whose state depends on them. */
export const publicRunsOf = async (project: ProjectScope, runs: Run[]): Promise<PublicRun[]> => {
  const keys = runs.filter(isRunningTask).map(({ run_id, task_id }) => runKeys.task(project, run_id, task_id));
  const tasks = keys.length > 0 ? (await getItems(keys)).map(readTask) : [];
  const byRun = new Map(tasks.map((task) => [task.run_id, task]));
  return runs.map((run) => publicRun(run, byRun.get(run.run_id)));
};

export const publicRunOf = async (project: ProjectScope, run: Run): Promise<PublicRun> =>
  (await publicRunsOf(project, [run]))[0] ?? publicRun(run, undefined);

/** These differ in nothing a client could act on: each of them is `queued`. */
const QUEUED: readonly string[] = ['held', 'ready', 'dispatched'];

export const publicTaskState = (state: Task['state']): PublicTask['state'] =>
  QUEUED.includes(state) ? 'queued' : (state as PublicTask['state']);

export const publicTask = (task: Task): PublicTask => ({
  id: task.task_id,
  plan_task: task.plan_id ?? null,
  agent_key: task.agent_key,
  state: publicTaskState(task.state),
  attempts: task.epoch,
});
