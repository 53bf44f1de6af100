/*
 * What a worker needs of plans, apart from what draws them up: its bundle stays free of planners.
 */

export { type Brief, briefOf, rememberedTask } from './brief.ts';
export { finishPlanTask } from './finish-task.ts';
export { type PlanTask, planTaskSchema } from './items.ts';
export { handOut } from './redrive-task.ts';
export { budgetLeft } from './run-budget.ts';
