import * as z from 'zod';
import type { ProjectScope } from '../../core/scope.ts';
import { type Item, SCHEMA_VERSION, sessionKeys, type Write } from '../../store/index.ts';
import { owner, runErrorSchema, usageSchema } from './parts.ts';

export const runStates = ['queued', 'running', 'cancelling', 'completed', 'partial', 'failed', 'cancelled'] as const;

export const runSchema = z.object({
  ...owner,
  session_id: z.string(),
  run_id: z.string(),
  /** The HTTP request that started it. */
  request_id: z.string().optional(),
  message_id: z.string(),
  answer_id: z.string(),
  /** `orchestrated`: a plan. A plan that needs one task only becomes `direct`. `build`: its one task is a whole team's work. */
  mode: z.enum(['direct', 'orchestrated', 'build']),
  /** Of a run of one task. */
  task_id: z.string().optional(),
  agent_key: z.string().optional(),
  agent_id: z.string().optional(),
  state: z.enum(runStates),
  /** Of a plan: which execution of the state machine works on it, and the round in force; 0 before the first. */
  generation: z.number().int().optional(),
  round: z.number().int().optional(),
  /** The graph its client gave, in JSON. */
  plan: z.object({ content: z.string().optional(), content_ref: z.string().optional() }).optional(),
  /** USD, of the tasks that have ended. */
  spent: z.number().optional(),
  /** The approval the plan waits for. */
  approval: z.string().optional(),
  /** What a plan that is being cancelled ends as. */
  ends_as: z.enum(['cancelled', 'failed']).optional(),
  /** The plan has ended; its executions may not have. */
  cleanup: z.boolean().optional(),
  /** It replaced the run it interrupted, so it goes before the others that wait in the session. */
  urgent: z.boolean().optional(),
  due_at: z.number().optional(),
  created_at: z.number(),
  started_at: z.number().optional(),
  ended_at: z.number().optional(),
  usage: usageSchema.optional(),
  error: runErrorSchema.optional(),
  /** What its answer had to do without, in sentences for the person. */
  notices: z.array(z.string()).optional(),
});

export type Run = z.infer<typeof runSchema>;

/** Everything but a plan: such a run has one task from its beginning, which answers the session. */
export const hasOneTask = ({ mode }: Pick<Run, 'mode'>): boolean => mode !== 'orchestrated';

/** Why a run failed, in words for the client. */
export type RunError = NonNullable<Run['error']>;

/** A run that waits for its session: what its hand-over needs without a further read. */
export const queuedRunSchema = z.object({
  run_id: z.string(),
  /** Of a run of one task. */
  task_id: z.string().optional(),
  agent_key: z.string().optional(),
});

export const readQueuedRun = (item: Item): z.infer<typeof queuedRunSchema> => queuedRunSchema.parse(item);

/** Puts a run into its session's queue, under the key that its hand-over will remove. */
export const queuedRunWrite = (
  project: ProjectScope,
  {
    session_id,
    run_id,
    urgent,
    task_id,
    agent_key,
  }: Pick<Run, 'session_id' | 'run_id' | 'urgent' | 'task_id' | 'agent_key'>,
): Write => ({
  put: {
    ...sessionKeys.queuedRun(project, session_id, run_id, urgent),
    v: SCHEMA_VERSION,
    run_id,
    ...(task_id !== undefined && { task_id, agent_key }),
  },
});

export const readRun = (item: Item): Run => runSchema.parse(item);
