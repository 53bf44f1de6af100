import * as z from 'zod';
import { wordsSchema } from '../../core/words.ts';

/** The limits of a plan, whatever its user's configuration allows: what a round was designed and tested for. */
export const MAX_TASKS = 200;
export const MAX_EDGES = 1_000;
export const MAX_DEPENDENTS = 150;

/** What a task is called in its plan: `research`, `t3`. */
export const taskName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/,
    'letters, digits, "-" and "_", at most 32, beginning with a letter or digit',
  );

/** A task as a planner, a client or the person who edits a plan writes it. */
export const draftTaskSchema = z
  .strictObject({
    id: taskName,
    description: wordsSchema(4_000),
    /** The agent's name or id. */
    agent: z.string().min(1).max(200),
    depends_on: z.array(taskName).max(MAX_DEPENDENTS).default([]),
    expected_output: z.string().trim().max(1_000).optional(),
  })
  .meta({ id: 'PlanTaskDraft' });
export type DraftTask = z.infer<typeof draftTaskSchema>;

/** No tasks and slightly too many are reported by the check; far too many are refused by the schema. */
export const draftGraphSchema = z
  .strictObject({
    tasks: z
      .array(draftTaskSchema)
      .max(5 * MAX_TASKS)
      .meta({ minItems: 1 }),
  })
  .meta({ id: 'PlanDraft' });
export type DraftGraph = z.infer<typeof draftGraphSchema>;

const plannedAgentSchema = z.object({ key: z.string(), id: z.string(), name: z.string(), version: z.number().int() });
/** An agent in a plan: the version that will do the work. */
export type PlannedAgent = z.infer<typeof plannedAgentSchema>;

/**
 * A task of a checked graph. `number` is unique in its run over all rounds and never used again; dependencies name such
 * numbers, of this round or of kept tasks that are completed.
 */
export const plannedTaskSchema = z.object({
  number: z.number().int().positive(),
  id: z.string(),
  description: z.string(),
  expected_output: z.string().optional(),
  agent: plannedAgentSchema,
  depends_on: z.array(z.number().int().positive()),
});
export type PlannedTask = z.infer<typeof plannedTaskSchema>;

/** An error of a graph, for its author: `{path: 'tasks.2.depends_on.0', message: '…'}`. */
export type GraphError = { path: string; message: string };
