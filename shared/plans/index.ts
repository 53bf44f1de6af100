export { type Brief, briefOf, rememberedTask } from './brief/brief.ts';
export { budgetLeft } from './cost/run-budget.ts';
export { decideApproval } from './decide-approval.ts';
export { finishPlanTask } from './dispatch/finish-task.ts';
export { dispatchAndSettle, redriveAnyTask } from './dispatch/redrive-task.ts';
export { checkGivenGraph } from './given-graph.ts';
export { type DraftGraph, draftGraphSchema } from './graph/graph.ts';
export { repairGraph } from './graph/repair.ts';
export { isAcyclic } from './graph/shape.ts';
export { askPlan } from './phases/ask.ts';
export { beginPlan } from './phases/begin.ts';
export { concludePlan } from './phases/conclude.ts';
export { draftPlan } from './phases/draft.ts';
export { openPlan } from './phases/open.ts';
export { reviewPlan } from './phases/review.ts';
export { runRound } from './phases/run-round.ts';
export {
  isSettled,
  nameOf,
  type PlanExecution,
  type PlanStage,
  type PlanTask,
  type Round,
  readPlanTask,
  readRound,
  runIdOf,
  Superseded,
} from './records/items.ts';
export {
  changeOrchestratorConfig,
  findOrchestratorConfig,
  orchestratorConfigSchema,
} from './records/orchestrator-config.ts';
export { type EndedPlan, type EndedPlanTask, restorePlan, withNumbers } from './records/restore.ts';
export { redriveRound } from './recovery/signal.ts';
export { redrivePlan } from './recovery/watchdog.ts';
export { drawPlan } from './view/picture.ts';
export { type PlanView, planViewSchema } from './view/plan-view.ts';
export { findPlan } from './view/view.ts';
