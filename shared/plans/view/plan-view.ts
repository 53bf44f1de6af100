import * as z from 'zod';
import { publicRunStateSchema, publicTaskStates, runErrorSchema } from '../../bus/index.ts';

const time = z.string().nullable();

export const planTaskViewSchema = z
  .object({
    id: z.string(),
    task_id: z.string().nullable(),
    description: z.string(),
    agent: z.string(),
    depends_on: z.array(z.string()),
    /** `blocked`: waits for its dependencies. */
    state: z.enum(publicTaskStates),
    /** It failed or was skipped, and a later round does without it. */
    replaced: z.boolean(),
    round: z.number().int(),
    result: z.string().nullable(),
    error: runErrorSchema.nullable(),
    started_at: time,
    ended_at: time,
  })
  .meta({ id: 'PlanTask' });
export type PlanTaskView = z.infer<typeof planTaskViewSchema>;

/** A plan as clients see it: every task of every round that was opened, and the estimates. Times are ISO 8601. */
export const planViewSchema = z
  .object({
    run_id: z.string(),
    session_id: z.string(),
    /** `planning` until the first round is open; `waiting` while the person is asked whether it may run. */
    state: publicRunStateSchema,
    /** 0 until the first round is open, then 1; each re-plan adds one. */
    round: z.number().int(),
    tasks: z.array(planTaskViewSchema),
    /** USD; null while a price is unknown. */
    estimated_cost: z.number().nullable(),
    /** Seconds. */
    estimated_duration: z.object({ sequential: z.number(), parallel: z.number() }).nullable(),
    /** Names of the tasks along the longest chain, by what it took so far and is estimated to take. */
    critical_path: z.array(z.string()),
    approval_id: z.string().nullable(),
    created_at: z.string(),
    started_at: time,
    ended_at: time,
  })
  .meta({ id: 'Plan' });
export type PlanView = z.infer<typeof planViewSchema>;
