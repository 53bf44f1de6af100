import * as z from 'zod';
import { restored } from '../../shared/core/scope.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { draftPlan, type PlanStage } from '../../shared/plans/index.ts';

const eventSchema = z.strictObject({
  phase: z.literal('draft'),
  plan: z.strictObject({
    user_id: z.string(),
    project_id: z.string(),
    session_id: z.string(),
    run_id: z.string(),
    generation: z.int().positive(),
    request_id: z.string().optional(),
  }),
});

/** The phase of a plan that needs a model, called by its state machine: a separate function, because it may reach providers. */
export const handler = async (input: unknown): Promise<{ stage: PlanStage }> => {
  const { phase, plan } = eventSchema.parse(input);
  const { session_id: session, run_id: run, generation } = plan;
  const fields = { request_id: plan.request_id, run_id: run, generation, phase };
  return beginInvocation(fields, () => draftPlan({ project: restored(plan), session, run, generation }));
};
