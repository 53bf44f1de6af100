/*
 * What a worker needs of plans, apart from what draws them up: its bundle stays free of planners.
 */

export { type Brief, briefOf, rememberedTask } from './brief/brief.ts';
export { finishPlanTask } from './dispatch/finish-task.ts';
export { type PlanTask, planTaskSchema } from './records/items.ts';
export { handOut } from './dispatch/redrive-task.ts';
export { budgetLeft } from './cost/run-budget.ts';
