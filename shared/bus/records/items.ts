import * as z from 'zod';
import type { Item } from '../../store/index.ts';
import { owner, runErrorSchema, usageSchema } from './parts.ts';
import type { Run } from './run.ts';

/*
 * The stored facts the bus moves. A task is in exactly one state; the counters of its agent's lane are exact sums over
 * those states, changed in the same transaction.
 */
export const taskStates = [
  'held',
  /** Of a plan: waits for its dependencies, then for a slot among the user's parallel tasks. Both are held for the lane. */
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

/** What a person did beside agreeing to a call: whether they changed its arguments, and what they said. */
export const consentSchema = z.object({ edited: z.boolean(), reason: z.string().optional() });
export type Consent = z.infer<typeof consentSchema>;

/** An effect that was announced: it may have happened. Its key goes to the tool, so that a repeat can be noticed. */
export const intentSchema = z.object({
  step: z.number().int(),
  attempt: z.number().int(),
  key: z.string(),
  arguments: z.string(),
  consent: consentSchema.optional(),
  /** Tells a worker its own write from another's. */
  mark: z.string().optional(),
});
export type Intent = z.infer<typeof intentSchema>;

/** What a person decided about the step a task waited at, or that they did not in time. Consumed by that step. */
export const decisionSchema = z.object({
  approval: z.string(),
  kind: z.enum(['tool', 'unknown_outcome', 'question', 'proposal']),
  step: z.number().int(),
  status: z.enum(['approved', 'rejected', 'expired']),
  reason: z.string().optional(),
  /** Of the tool, as it was defined when the person was asked. */
  definition: z.string().optional(),
  /** The arguments as the person edited them, in JSON. */
  arguments: z.string().optional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** What a client wants the person asked, in `approvals`' JSON, and the id that the approval will have. */
const notedQuestionSchema = z.object({ approval: z.string(), text: z.string() });
export type NotedQuestion = z.infer<typeof notedQuestionSchema>;

export const taskSchema = z.object({
  ...owner,
  session_id: z.string(),
  run_id: z.string(),
  task_id: z.string(),
  agent_key: z.string(),
  agent_version: z.number().int(),
  created_at: z.number(),
  /** When it was first claimed. */
  /** Of a plan's: when all that it depends on had settled. */
  ready_at: z.number().optional(),
  started_at: z.number().optional(),
  /** Of a plan's tasks: the round it belongs to, and its name in the plan. */
  round: z.number().int().optional(),
  plan_id: z.string().optional(),
  /** Its agent was deleted: it counts in no lane any more and fails when its turn comes. */
  gone: z.boolean().optional(),
  /** Of a plan's settled task: whether its end was announced to clients. */
  announced: z.boolean().optional(),
  usage: usageSchema.optional(),
  error: runErrorSchema.optional(),
  /** The HTTP request that its run began with: workers log it. */
  request_id: z.string().optional(),
  /** Of a direct run: the number that was free in the session's log when it began, for its first worker. */
  log_end: z.number().int().optional(),
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
  /** Of the last claim: the state before it. `running`: the lease of the worker before was over. */
  claimed_from: z.enum(['dispatched', 'running']).optional(),
  /** A worker's lease was ended for it. */
  broken_off: z.boolean().optional(),
  /** Number of the next step of the journal. */
  step: z.number().int().default(1),
  intent: intentSchema.optional(),
  /** The approval this task waits for. */
  approval: z.string().optional(),
  decision: decisionSchema.optional(),
  /** Clients' questions that its worker has not asked yet, oldest first. */
  questions: z.array(notedQuestionSchema).optional(),
  /** Of a build: what its person settled, and how far it is, in the builder's JSON. */
  build: z.string().optional(),
  progress: z.string().optional(),
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
export const readTask = (item: Item): Task => taskSchema.parse(item);
const finalStates: readonly string[] = ['completed', 'partial', 'failed', 'skipped', 'cancelled'];

export const isFinal = (state: Task['state'] | Run['state']): boolean => finalStates.includes(state);

/** Whether the task writes the session's answer; those of plans, and those that another task asked for, do not. */
export const answersSession = ({ parent, round }: Task): boolean => parent === undefined && round === undefined;
