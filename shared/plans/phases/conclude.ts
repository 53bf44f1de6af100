import { endPlan, hint, type PlanEnding, type Run, type RunError, sumOfParts } from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { activeRun, StaleRead } from '../records/execution.ts';
import {
  listRounds,
  listRunTasks,
  type PlanExecution,
  type PlanStage,
  type PlanTask,
  type Round,
  runGoesOn,
  runGoesOnValues,
} from '../records/items.ts';
import { inForce } from '../records/rounds.ts';
import { answerOf } from './answer.ts';
import { closeRound } from './open-round.ts';

/** Ends the run. Its answer holds the results of the tasks in force and names what is missing. */
export const concludePlan = async (
  execution: PlanExecution,
  clock: Clock = systemClock,
): Promise<{ stage: PlanStage }> => {
  const { project, run: id } = execution;
  const run = await activeRun(execution);
  const [{ tasks, asked }, rounds] = await Promise.all([listRunTasks(project, id), listRounds(project, id)]);
  const current = await inForce(project, run, tasks);
  const state = outcomeOf(current);
  const last = rounds.find(({ round }) => round === run.round + 1);
  const error = state === 'failed' ? errorOf(current, last) : undefined;
  const usage = usageOf([...rounds, ...tasks, ...asked]);
  const answer = await answerOf(current, last?.error);
  const ending: PlanEnding = {
    state: error?.error_code === 'plan_rejected' ? 'cancelled' : state,
    ...(answer !== undefined && { answer }),
    ...(error && { error }),
    ...(usage && { usage }),
    cleanup: run.generation > 1,
    when: runGoesOn,
    values: runGoesOnValues(run),
    writes: run.round > 0 ? [closeRound(project, run)] : [],
  };
  if (!(await endPlan(project, run, { ending, clock }))) {
    // It may have ended already, by a call whose reply was lost: then this throws `Superseded`.
    await activeRun(execution);
    throw new StaleRead();
  }
  if (run.generation > 1) await hint(project, { kind: 'run', run_id: id });
  return { stage: 'done' };
};

/** Over the graph in force: all completed, none, or some. */
const outcomeOf = (tasks: PlanTask[]): 'completed' | 'partial' | 'failed' => {
  const completed = tasks.filter(({ state }) => state === 'completed').length;
  if (completed === 0) return 'failed';
  return completed === tasks.length ? 'completed' : 'partial';
};

const errorOf = (tasks: PlanTask[], last: Round | undefined): RunError => {
  const first = tasks.find(({ error }) => error)?.error;
  if (first) return first;
  if (last?.verdict === 'expired') return { error_code: 'plan_expired', detail: 'The plan was not decided in time.' };
  if (last?.verdict === 'rejected') return { error_code: 'plan_rejected', detail: 'The plan was rejected.' };
  return last?.error ?? { error_code: 'no_valid_plan', detail: 'No plan could be made from this message.' };
};

/** What the planner, every task and whoever they asked used, in all rounds. The price is known if that of each part is. */
const usageOf = (all: Pick<Run, 'usage'>[]): Run['usage'] => {
  const parts = all.flatMap(({ usage }): NonNullable<Run['usage']>[] => (usage ? [usage] : []));
  const [first] = parts;
  if (!first) return undefined;
  const sum = (of: (part: NonNullable<Run['usage']>) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  const models = [...new Set(parts.map(({ model }) => model))];
  const isPriced = parts.every(({ cost }) => cost !== undefined);
  return {
    model: models.join(', '),
    prompt_tokens: sum(({ prompt_tokens }) => prompt_tokens),
    completion_tokens: sum(({ completion_tokens }) => completion_tokens),
    ...sumOfParts(parts),
    ...(isPriced && { cost: sum(({ cost = 0 }) => cost) }),
  };
};
