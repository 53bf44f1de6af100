import * as z from 'zod';
import type { Item } from '../../store/index.ts';

/*
 * The stored facts the bus moves. A task is in exactly one state; the counters of its agent's lane are exact sums over
 * those states, changed in the same transaction.
 */

const owner = { user_id: z.string(), project_id: z.string() };

export const laneSchema = z.object({
  ...owner,
  agent_key: z.string(),
  agent_name: z.string(),
  status: z.enum(['ready', 'draining', 'off', 'deleting']),
  slots: z.number().int(),
  cap: z.number().int(),
  running: z.number().int(),
  waiting: z.number().int(),
  live: z.number().int(),
  due_at: z.number().optional(),
  deadline: z.number().optional(),
});
export type LaneItem = z.infer<typeof laneSchema>;

export const taskStates = [
  'held',
  /** Of a plan: waits for its dependencies; then for a place among the user's parallel tasks. Both are held for the lane. */
  'blocked',
  'ready',
  'queued',
  'dispatched',
  'running',
  'waiting',
  'completed',
  'failed',
  'skipped',
  'cancelled',
] as const;

/** An effect that was announced: it may have happened. Its key goes to the tool, so that a repeat can be noticed. */
export const intentSchema = z.object({
  step: z.number().int(),
  attempt: z.number().int(),
  key: z.string(),
  arguments: z.string(),
  /** Tells a worker its own write from another's. */
  mark: z.string().optional(),
});
export type Intent = z.infer<typeof intentSchema>;

/** What a person decided, or did not in time, about the step a task waited at. Consumed by that very step. */
export const decisionSchema = z.object({
  approval: z.string(),
  kind: z.enum(['tool', 'unknown_outcome', 'question']),
  step: z.number().int(),
  status: z.enum(['approved', 'rejected', 'expired']),
  reason: z.string().optional(),
  /** Of the tool, as it was defined when the person was asked. */
  definition: z.string().optional(),
  /** The arguments as the person edited them, in JSON. */
  arguments: z.string().optional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** What a task or a run has used of models; `cost` in USD. */
export const usageSchema = z.object({
  model: z.string(),
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  cost: z.number().optional(),
});

export const runErrorSchema = z.object({ error_code: z.string(), detail: z.string() });

export const taskSchema = z.object({
  ...owner,
  session_id: z.string(),
  run_id: z.string(),
  task_id: z.string(),
  agent_key: z.string(),
  agent_version: z.number().int(),
  created_at: z.number(),
  /** When it was first claimed. */
  started_at: z.number().optional(),
  /** Of a plan's tasks: the round it belongs to, and its name in the plan. */
  round: z.number().int().optional(),
  plan_id: z.string().optional(),
  /** Its agent was deleted: it counts in no lane any more and fails when its turn comes. */
  gone: z.boolean().optional(),
  /** Of a plan's settled task: whether clients heard of its end. */
  announced: z.boolean().optional(),
  usage: usageSchema.optional(),
  error: runErrorSchema.optional(),
  /** The HTTP request that its run began with: workers log it. */
  request_id: z.string().optional(),
  /** The user's message, and the id its answer will have. */
  message_id: z.string(),
  answer_id: z.string(),
  state: z.enum(taskStates),
  why: z.enum(['retry', 'approval', 'child']).optional(),
  /** Rises each time the task becomes runnable; a message names the wake it is for. */
  wake: z.number().int(),
  /** Rises with each claim: the fence. */
  epoch: z.number().int(),
  lease_until: z.number().optional(),
  /** Number of the next step of the journal. */
  step: z.number().int().default(1),
  intent: intentSchema.optional(),
  /** The approval this task waits for. */
  approval: z.string().optional(),
  decision: decisionSchema.optional(),
  /** Asked by another task of the same run: whose question this is, at which step, and how deep. */
  parent: z.string().optional(),
  depth: z.number().int().default(0),
  question: z.string().optional(),
  /** The task this one waits for. */
  child: z.string().optional(),
  /** Claims since the worker's last commit. */
  claims: z.number().int(),
  failures: z.number().int(),
  yields: z.number().int(),
  due_at: z.number().optional(),
  /** How often its message was sent again since it was dispatched. */
  resends: z.number().int().optional(),
  /** The answer stands, but it is not in the agent's memory yet. */
  unremembered: z.boolean().optional(),
  reminders: z.number().int().optional(),
});
export type Task = z.infer<typeof taskSchema>;

export const runStates = ['queued', 'running', 'cancelling', 'completed', 'partial', 'failed', 'cancelled'] as const;

export const runSchema = z.object({
  ...owner,
  session_id: z.string(),
  run_id: z.string(),
  /** The HTTP request it began with. */
  request_id: z.string().optional(),
  message_id: z.string(),
  answer_id: z.string(),
  /** `orchestrated`: a plan. A plan that needs one task only becomes `direct`. */
  mode: z.enum(['direct', 'orchestrated']),
  /** Of a direct run. */
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
  /** Took the place of the run it interrupted: goes before the others that wait in the session. */
  urgent: z.boolean().optional(),
  due_at: z.number().optional(),
  created_at: z.number(),
  started_at: z.number().optional(),
  ended_at: z.number().optional(),
  usage: usageSchema.optional(),
  error: runErrorSchema.optional(),
});
export type Run = z.infer<typeof runSchema>;

/** Why a run failed, in words for the client. */
export type RunError = NonNullable<Run['error']>;

/** A run that waits for its session: what its hand-over needs without a further read. */
export const queuedRunSchema = z.object({
  run_id: z.string(),
  /** Of a direct run. */
  task_id: z.string().optional(),
  agent_key: z.string().optional(),
});

/** A task that stands in its agent's queue. */
export const entrySchema = z.object({
  task_id: z.string(),
  run_id: z.string(),
  session_id: z.string(),
  wake: z.number().int(),
  request_id: z.string().optional(),
});

export const readEntry = (item: Item): z.infer<typeof entrySchema> => entrySchema.parse(item);
export const readQueuedRun = (item: Item): z.infer<typeof queuedRunSchema> => queuedRunSchema.parse(item);
export const readTask = (item: Item): Task => taskSchema.parse(item);
export const readRun = (item: Item): Run => runSchema.parse(item);
export const readLane = (item: Item): LaneItem => laneSchema.parse(item);

const finalStates: readonly string[] = ['completed', 'partial', 'failed', 'skipped', 'cancelled'];

export const isFinal = (state: Task['state'] | Run['state']): boolean => finalStates.includes(state);

/** Whether the task writes the session's answer; those of plans, and those that another task asked for, do not. */
export const answersSession = ({ parent, round }: Task): boolean => parent === undefined && round === undefined;

/** A task as far as lanes care. */
export type LaneTask = z.infer<typeof entrySchema>;

export const laneTask = ({ task_id, run_id, session_id, wake, request_id }: LaneTask): LaneTask => ({
  task_id,
  run_id,
  session_id,
  wake,
  ...(request_id !== undefined && { request_id }),
});
