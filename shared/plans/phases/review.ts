import { activeRun } from '../records/execution.ts';
import { findRound, isUnsuccessful, type PlanExecution, type PlanStage } from '../records/items.ts';
import { inForce } from '../records/rounds.ts';
import { stageOf } from '../records/stage.ts';
import { MAX_REPLANS } from '../records/timing.ts';

/** Looks at a round that is over: what failed or was skipped is planned anew, at most twice; else the run comes to its end. */
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
  // Without money there is nothing a further round could do.
  const isSpent = tasks.some(({ error }) => error?.error_code === 'limit_budget');
  const isOver = !tasks.some(isUnsuccessful) || run.round > MAX_REPLANS || isSpent;
  return { stage: isOver ? 'conclude' : 'draft' };
};
