import { type ActiveRun, activeRun } from '../records/execution.ts';
import { findRound, type PlanExecution, type PlanStage } from '../records/items.ts';
import { stageOf } from '../records/stage.ts';

/** Reads how far the plan has come: a restarted execution goes on from the finished tasks. */
export const beginPlan = async (execution: PlanExecution): Promise<{ stage: PlanStage }> => ({
  stage: await stageNow(execution, await activeRun(execution)),
});

const stageNow = async ({ project, run: id }: PlanExecution, run: ActiveRun): Promise<PlanStage> => {
  const [current, next] = await Promise.all([
    run.round > 0 ? findRound(project, id, run.round) : undefined,
    findRound(project, id, run.round + 1),
  ]);
  if (current?.state === 'open') return 'run';
  if (next) return stageOf(next);
  return current ? 'review' : 'draft';
};
