import { findRun, hasOneTask, type Task } from '../../bus/index.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { findOrchestratorConfig } from '../records/orchestrator-config.ts';

/**
 * What is left of a plan's budget in USD for a task, its own or one that was asked for, that has cost `own` so far;
 * `undefined`: the user set none, or the run is no plan. What other tasks are spending at this moment counts when they end,
 * so a run can exceed its budget by the calls under way.
 */
export const budgetLeft = async (project: ProjectScope, task: Task, own: number): Promise<number | undefined> => {
  const { budget_per_run } = await findOrchestratorConfig(project);
  if (budget_per_run === null) return undefined;
  const run = await findRun(project, task.run_id);
  return run && hasOneTask(run) ? undefined : budget_per_run - (run?.spent ?? 0) - own;
};
