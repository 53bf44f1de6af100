import { convertToDirect, findRun } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { unpackText } from '../../store/index.ts';
import { type ActiveRun, activeRun, StaleRead } from '../records/execution.ts';
import {
  findRound,
  listPlanTasks,
  type PlanExecution,
  type PlanStage,
  runGoesOn,
  runGoesOnValues,
  Superseded,
} from '../records/items.ts';
import { findOrchestratorConfig } from '../records/orchestrator-config.ts';
import { isDrawnUp, stageOf } from '../records/stage.ts';
import { countModelFailures, drawUp } from './drawing.ts';
import { recordDraft } from './record-draft.ts';
import { findNamed, findTeam } from './team.ts';

/**
 * Drafts the next round, once: a repeated call uses the draft that is already recorded. A first round of one task needs no
 * plan: the run becomes a direct run of that agent.
 */
export const draftPlan = async (
  execution: PlanExecution,
  clock: Clock = systemClock,
): Promise<{ stage: PlanStage }> => {
  const { project } = execution;
  const run = await activeRun(execution);
  const number = run.round + 1;
  const before = await findRound(project, run.run_id, number);
  if (isDrawnUp(before)) return { stage: stageOf(before) };
  const given = before ? undefined : await givenWith(run);
  const [team, config, tasks] = await Promise.all([
    given === undefined ? findTeam(project) : findNamed(project, given, { accepted: true }),
    findOrchestratorConfig(project),
    number > 1 ? listPlanTasks(project, run.run_id) : [],
  ]);
  const drawn = await countModelFailures(execution, run, () =>
    drawUp(execution, run, { before, given, team, config, tasks }),
  );
  const [only, another] = 'tasks' in drawn ? drawn.tasks : [];
  if (number === 1 && only && !another && !run.plan) {
    const gone = await convertToDirect(project, run, {
      agent: only.agent,
      when: runGoesOn,
      values: runGoesOnValues(run),
      clock,
    });
    if (gone === 'done') return { stage: 'done' };
    if (gone === 'moved')
      throw (await findRun(project, run.run_id))?.mode === 'direct' ? new Superseded() : new StaleRead();
  }
  await recordDraft(execution, run, { before, drawn, team, config });
  const recorded = await findRound(project, run.run_id, number);
  if (!isDrawnUp(recorded)) throw new StaleRead();
  return { stage: stageOf(recorded) };
};

/** The graph that came with the message, for the first draft. */
const givenWith = async ({ plan, round }: ActiveRun): Promise<unknown> =>
  plan && round === 0 ? JSON.parse(await unpackText(plan)) : undefined;
