import * as z from 'zod';
import { type Run, type Task, taskSchema, usageSchema } from '../../bus/index.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { getItem, type Item, queryAll, ranges, runKeys, unpackText } from '../../store/index.ts';
import { type PlannedTask, plannedTaskSchema } from '../graph/graph.ts';

/*
 * What a plan stores beside its run: one item for each round, and its tasks, which are the bus's with what the graph needs.
 * Sets name tasks by their short numbers (`t17`), so that an update that removes one of 150 costs one unit.
 */

const names = z.set(z.string()).optional();

export const planTaskSchema = taskSchema.extend({
  round: z.number().int(),
  plan_id: z.string(),
  number: z.number().int(),
  agent_id: z.string(),
  agent_name: z.string(),
  description: z.string(),
  expected_output: z.string().optional(),
  depends_on: z.array(z.number().int()),
  dependents: z.array(z.number().int()),
  /** Nothing in its round depends on it. */
  sink: z.boolean(),
  /** Dependencies of this round that have not settled. */
  open: names,
  /** Dependencies that failed or were skipped. */
  broken: names,
  /** Its result, or the key of the object that holds it. */
  content: z.string().optional(),
  content_ref: z.string().optional(),
  ended_at: z.number().optional(),
});
export type PlanTask = z.infer<typeof planTaskSchema>;

export const readPlanTask = (item: Item): PlanTask => planTaskSchema.parse(item);

const estimateSchema = z.object({
  cost: z.number().nullable(),
  duration: z.object({ sequential: z.number(), parallel: z.number() }),
  tokens: z.number(),
  /** Seconds by task number. */
  seconds: z.record(z.string(), z.number()),
});
export type StoredEstimate = z.infer<typeof estimateSchema>;

const roundSchema = z.object({
  user_id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  run_id: z.string(),
  round: z.number().int(),
  state: z.enum(['drafted', 'open', 'ended', 'closed']),
  /** Counts its drafts: a person who rejects one with a reason gets another. */
  attempt: z.number().int(),
  rejections: z.array(z.string()).default([]),
  /** The draft, in JSON; once recorded it is never drafted again. */
  content: z.string().optional(),
  content_ref: z.string().optional(),
  estimate: estimateSchema.optional(),
  usage: usageSchema.optional(),
  /** Why there is no valid plan. */
  error: z.object({ error_code: z.string(), detail: z.string() }).optional(),
  /** Present if a person has to approve it: its risk and the reasons. */
  asks: z.object({ risk: z.enum(['low', 'medium', 'high']), reasons: z.array(z.string()) }).optional(),
  approval: z.string().optional(),
  verdict: z.enum(['approved', 'rejected', 'expired']).optional(),
  /** Sinks that have not settled. */
  left: names,
  /** Task tokens of all wait states that ever waited for this round. */
  tokens: names,
  /** Numbers of the tasks in force: those kept from earlier rounds, and its own. */
  graph: z.array(z.number().int()).optional(),
  /** Checks that found the round ended, every token answered and the execution still waiting. */
  deaf: z.number().int().default(0),
  due_at: z.number().optional(),
});
export type Round = z.infer<typeof roundSchema>;

export const readRound = (item: Item): Round => roundSchema.parse(item);

export const findRound = async (project: ProjectScope, run: string, round: number): Promise<Round | undefined> => {
  const item = await getItem(runKeys.round(project, run, round));
  return item && readRound(item);
};

export const listRounds = async (project: ProjectScope, run: string): Promise<Round[]> => {
  const rounds: Round[] = [];
  for await (const item of queryAll(ranges.rounds(project, run))) {
    rounds.push(readRound(item));
  }
  return rounds;
};

/** Every task of the plan, of all rounds; what agents asked each other is not among them. */
export const listPlanTasks = async (project: ProjectScope, run: string): Promise<PlanTask[]> =>
  (await listRunTasks(project, run)).tasks;

/** Every task of the plan, and those that its agents asked each other for. */
export const listRunTasks = async (
  project: ProjectScope,
  run: string,
): Promise<{ tasks: PlanTask[]; asked: Task[] }> => {
  const tasks: PlanTask[] = [];
  const asked: Task[] = [];
  for await (const item of queryAll(ranges.tasks(project, run))) {
    if (item.round === undefined) asked.push(taskSchema.parse(item));
    else tasks.push(readPlanTask(item));
  }
  return { tasks, asked };
};

export const readDraft = async (round: Round): Promise<PlannedTask[]> =>
  plannedTaskSchema.array().parse(JSON.parse(await unpackText(round)));

export const hasDraft = (round: Round | undefined): boolean =>
  round !== undefined && (round.content !== undefined || round.content_ref !== undefined);

/** A task's name in the table's sets. */
export const nameOf = (number: number): string => `t${number}`;

/**
 * The id of a plan's task follows from its run and number, so that a dependent is found without a query. Ids sort by run,
 * then by number: the order in which tasks wait for slots.
 */
export const taskIdOf = (run: string, number: number): string =>
  `tsk_${run.slice('run_'.length)}_${String(number).padStart(4, '0')}`;

/** The run of such a task. */
export const runIdOf = (task: string): string => `run_${task.slice('tsk_'.length, task.lastIndexOf('_'))}`;

export const isSettled = ({ state }: Pick<Task, 'state'>): boolean =>
  state === 'completed' || state === 'failed' || state === 'skipped' || state === 'cancelled';

export const isUnsuccessful = ({ state }: Pick<Task, 'state'>): boolean => state === 'failed' || state === 'skipped';

/** One execution of the state machine: which plan, and which generation of its executions. */
export type PlanExecution = { project: ProjectScope; session: string; run: string; generation: number };

/** What comes next. `done` ends the execution. */
export type PlanStage = 'draft' | 'ask' | 'open' | 'run' | 'review' | 'conclude' | 'done';

/** The run was cancelled, has ended, or belongs to a later generation: this execution ends without error. */
export class Superseded extends Error {
  override readonly name = 'Superseded';

  constructor() {
    super('The run goes on without this execution.');
  }
}

/** Carried by every write of the state machine: whatever an old generation does after waking fails here. */
export const runGoesOn =
  '#state = :running and #generation = :generation and #round = :round and #mode = :orchestrated';

export const runGoesOnValues = (run: Run): Record<string, unknown> => ({
  running: 'running',
  orchestrated: 'orchestrated',
  generation: run.generation,
  round: run.round,
});
