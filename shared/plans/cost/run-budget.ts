import { findRun, type Task } from '../../bus/index.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { projectKeys, type Write } from '../../store/index.ts';
import { findOrchestratorConfig } from '../records/orchestrator-config.ts';

/** What a task cost counts for its run, in the transaction that ends the task. */
export const spendWrites = (project: ProjectScope, { run_id }: Task, cost: number | undefined): Write[] =>
  cost === undefined || cost === 0
    ? []
    : [
        {
          key: projectKeys.run(project, run_id),
          update: 'ADD #spent :cost',
          when: 'attribute_exists(#pk)',
          values: { cost },
        },
      ];

/**
 * What is left of a run's budget in USD for a task that has cost `own` so far; `undefined`: the user set none. What other
 * tasks are spending at this moment counts when they end, so a run can exceed its budget by the calls under way.
 */
export const budgetLeft = async (project: ProjectScope, task: Task, own: number): Promise<number | undefined> => {
  const { budget_per_run } = await findOrchestratorConfig(project);
  if (budget_per_run === null) return undefined;
  const run = await findRun(project, task.run_id);
  return budget_per_run - (run?.spent ?? 0) - own;
};
