import * as z from 'zod';
import { approvalStatuses, publicApprovalSchema } from '../../approvals/index.ts';
import { publicRunSchema, publicTaskSchema } from '../../bus/index.ts';
import { idSchema } from '../../core/ids.ts';
import { lineOf, MAX_EVENT_BYTES, sessionEventSchema } from '../../events/index.ts';
import { type EndedPlanTask, isAcyclic, planViewSchema, runIdOf, withNumbers } from '../../plans/index.ts';
import { agentId, time } from './fields.ts';

/** Of what stands in one item of the table, which holds 400 KB. */
const MAX_ITEM_BYTES = 200_000;
/** Tasks of a run, with those that agents asked each other for. */
const MAX_TASKS = 2_000;
/** Rounds of a plan: it has at most three, and older ones may have had more. */
const MAX_ROUNDS = 20;

const fits = (value: unknown): boolean => Buffer.byteLength(JSON.stringify(value)) <= MAX_ITEM_BYTES;
const tooLong = `Must not be longer than ${MAX_ITEM_BYTES} bytes.`;

/** A plan's task is named after its run and by its number. */
const taskId = z.string().regex(/^tsk_[0-9A-HJKMNP-TV-Z]{26}(_\d{4,6})?$/);
const planTaskId = z.string().regex(/^tsk_[0-9A-HJKMNP-TV-Z]{26}_\d{4,6}$/);

const runTask = publicTaskSchema.extend({
  id: taskId,
  plan_task: z.string().max(200).nullable(),
  agent_key: idSchema('agt'),
  attempts: z.int().min(0),
});

const run = z
  .object({
    ...publicRunSchema.shape,
    id: idSchema('run'),
    session_id: idSchema('ses'),
    message_id: idSchema('msg'),
    agent_id: agentId.nullable(),
    created_at: time,
    started_at: time.nullable(),
    ended_at: time.nullable(),
    tasks: z.array(runTask).max(MAX_TASKS),
  })
  .refine(({ tasks: _, ...rest }) => fits(rest), tooLong);

const planTask = z
  .object({
    id: z.string().max(200),
    task_id: planTaskId.nullable(),
    description: z.string(),
    agent: z.string().max(200),
    depends_on: z.array(z.string()),
    replaced: z.boolean(),
    round: z.int().min(0).max(MAX_ROUNDS),
    result: z.string().nullable(),
    error: planViewSchema.shape.tasks.element.shape.error,
    started_at: time.nullable(),
    ended_at: time.nullable(),
  })
  .refine(({ result: _, ...rest }) => fits(rest), tooLong);

const plan = z
  .object({
    run_id: idSchema('run'),
    session_id: idSchema('ses'),
    round: z.int().min(0).max(MAX_ROUNDS),
    tasks: z.array(planTask).max(MAX_TASKS),
    estimated_cost: planViewSchema.shape.estimated_cost,
    estimated_duration: planViewSchema.shape.estimated_duration,
  })
  .refine(({ run_id, tasks }) => tasks.every(({ task_id }) => task_id === null || runIdOf(task_id) === run_id), {
    path: ['tasks'],
    message: 'Must be tasks of this run.',
  })
  .refine((read) => isGraph(endedTasksOf(read)), {
    path: ['tasks'],
    message: 'Must be there once each, and must not wait for each other in a circle.',
  });

type PlanTaskLine = z.infer<typeof planTask>;

/** The tasks that had begun to be a part of the plan: those of a draft, which nobody approved, have no id. */
export const endedTasksOf = ({ tasks }: { tasks: readonly PlanTaskLine[] }): EndedPlanTask[] =>
  withNumbers(
    tasks.flatMap(({ id, task_id, agent, error, started_at, ended_at, ...task }) =>
      task_id === null
        ? []
        : [
            {
              ...task,
              ...{
                plan_id: id,
                task_id,
                agent_name: agent,
                number: Number(task_id.slice(task_id.lastIndexOf('_') + 1)),
              },
              ...(error && { error }),
              ...(started_at !== null && { started_at }),
              ...(ended_at !== null && { ended_at }),
            },
          ],
    ),
  );

const isGraph = (tasks: readonly EndedPlanTask[]): boolean =>
  new Set(tasks.map(({ number }) => number)).size === tasks.length && isAcyclic(tasks);

const event = z
  .object({ ...sessionEventSchema.shape, session_id: idSchema('ses'), timestamp: z.iso.datetime({ offset: true }) })
  .refine(
    (one) => Buffer.byteLength(lineOf(one)) <= MAX_EVENT_BYTES,
    `Must not be longer than ${MAX_EVENT_BYTES} bytes.`,
  );

const approval = z
  .object({
    ...publicApprovalSchema.shape,
    id: idSchema('apr'),
    status: z.enum(approvalStatuses),
    session_id: idSchema('ses'),
    run_id: idSchema('run'),
    expires_at: time,
    created_at: time,
    resolved_at: time.nullable(),
  })
  .refine(fits, tooLong);

/** What happened, by the schemas of the interface: it is written as ended, whatever it says. */
export const historySchemas = { event, run, plan, approval } as const;
