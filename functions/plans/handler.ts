import * as z from 'zod';
import { restored } from '../../shared/core/scope.ts';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import {
  askPlan,
  beginPlan,
  concludePlan,
  openPlan,
  type PlanStage,
  reviewPlan,
  runRound,
} from '../../shared/plans/index.ts';

const plan = z.strictObject({
  user_id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  run_id: z.string(),
  generation: z.int().positive(),
  request_id: z.string().optional(),
});

const STEPS = { begin: beginPlan, open: openPlan, review: reviewPlan, conclude: concludePlan };
/** These return nothing: the state machine waits until the token is answered. */
const WAITS = { ask: askPlan, run: runRound };

const eventSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.enum(['begin', 'open', 'review', 'conclude']), plan }),
  z.strictObject({ phase: z.enum(['ask', 'run']), plan, token: z.string().min(1) }),
]);

/** One phase of a plan, called by its state machine; all phases except drafting, which needs a model. */
export const handler = async (input: unknown): Promise<{ stage: PlanStage } | undefined> => {
  const event = eventSchema.parse(input);
  const { request_id, run_id, generation } = event.plan;
  return beginInvocation({ request_id, run_id, generation, phase: event.phase }, () => runPhase(event));
};

const runPhase = async (event: z.infer<typeof eventSchema>): Promise<{ stage: PlanStage } | undefined> => {
  const { session_id: session, run_id: run, generation } = event.plan;
  const execution = { project: restored(event.plan), session, run, generation };
  if (!('token' in event)) return STEPS[event.phase](execution);
  await WAITS[event.phase](execution, event.token);
  return undefined;
};
