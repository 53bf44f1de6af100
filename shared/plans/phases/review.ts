import { activeRun } from '../records/execution.ts';
import { findRound, isUnsuccessful, type PlanExecution, type PlanStage } from '../records/items.ts';
import { inForce } from '../records/rounds.ts';
import { stageOf } from '../records/stage.ts';
import { MAX_REPLANS } from '../records/timing.ts';

/** Reviews a round that has ended: failed and skipped tasks are re-planned at most twice, otherwise the run concludes. */
export const reviewPlan = async (execution: PlanExecution): Promise<{ stage: PlanStage }> => {
  const { project, run: id } = execution;
  const run = await activeRun(execution);
  const [round, next, tasks] = await Promise.all([
    findRound(project, id, run.round),
    findRound(project, id, run.round + 1),
    inForce(project, run),
  ]);
  if (round?.state === 'open') return { stage: 'run' };
  if (next) return { stage: stageOf(next) };
  // Once the budget is spent, another round could do nothing.
  const isSpent = tasks.some(({ error }) => error?.error_code === 'limit_budget');
  const isOver = !tasks.some(isUnsuccessful) || run.round > MAX_REPLANS || isSpent;
  return { stage: isOver ? 'conclude' : 'draft' };
};
