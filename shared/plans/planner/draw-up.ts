import type { RunError } from '../../bus/index.ts';
import type { Clock } from '../../core/clock.ts';
import { ArtelError, TooManyRequests } from '../../core/errors.ts';
import { chat, ModelError } from '../../gateway/index.ts';
import { ownModel } from '../cost/own-model.ts';
import type { GraphError, PlannedTask } from '../graph/graph.ts';
import { repairGraph } from '../graph/repair.ts';
import type { Chat, PlanningUsage } from './ask.ts';
import { type Attempts, askUntilValid } from './attempts.ts';
import { noCache, planCache } from './cache.ts';
import type { Goal } from './goal.ts';

export type PlanSource = 'model' | 'repaired' | 'rule' | 'cache';

export type DrawnPlan =
  | { ok: true; tasks: PlannedTask[]; source: PlanSource; usage?: PlanningUsage; changes?: string[] }
  | { ok: false; error: RunError; usage?: PlanningUsage };

type Options = {
  chat?: Chat;
  /** The deployment's own model, which plans if the user has named none. */
  ownModel?: () => Promise<string>;
  clock?: Clock;
};

/**
 * Turns a goal into a checked graph. Temporary failures (a busy model, a limit on concurrent calls) are thrown, so that the
 * phase is retried; lasting ones are returned as `ok: false`.
 */
export const drawUpPlan = async (goal: Goal, options: Options = {}): Promise<DrawnPlan> => {
  const { agents, config, round, kept = [], failed = [], rejections = [] } = goal;
  if (agents.length === 0)
    return { ok: false, error: noValidPlan('The project has no agent that could be given a task.') };
  const isFirst = round === 1 && kept.length + failed.length + rejections.length === 0;
  const cache = isFirst
    ? planCache(goal, config.model ?? (await (options.ownModel ?? ownModel)()), options.clock)
    : noCache;
  const cached = await cache.find();
  if (cached) return { ok: true, tasks: cached, source: 'cache' };
  const context = { agents, maxTasks: config.max_tasks, kept, firstNumber: goal.firstNumber };
  const { tasks, repairs, usesHistory, usage, ...rest } = await askUntilValid(goal, context, options.chat ?? chat);
  const spent = usage && { usage };
  if (!tasks) return { ...repairedByRule(rest, context), ...spent };
  await cache.keep(tasks, usesHistory);
  return { ok: true, tasks, source: repairs === 0 ? 'model' : 'repaired', ...spent };
};

/** The newest answer that can be repaired by rule. Good enough to run, but not to be cached for a day. */
const repairedByRule = (
  { drafts, errors, failure }: Pick<Attempts, 'drafts' | 'errors' | 'failure'>,
  context: Parameters<typeof repairGraph>[1],
): DrawnPlan => {
  // Throws if the model may answer later, so that the phase is retried.
  const lasting = failure === undefined ? undefined : lastingFailure(failure);
  for (const draft of drafts) {
    const graph = repairGraph(draft, context);
    if (graph.ok) return { ok: true, tasks: graph.tasks, source: 'rule', changes: graph.changes };
  }
  return { ok: false, error: lasting ?? noValidPlan(summaryOf(errors)) };
};

const noValidPlan = (reason: string): RunError => ({
  error_code: 'no_valid_plan',
  detail: `No valid plan could be made for this request. ${reason}`,
});

const MAX_ERRORS_SHOWN = 3;

const summaryOf = (errors: GraphError[]): string =>
  `The last attempt had these mistakes: ${errors
    .slice(0, MAX_ERRORS_SHOWN)
    .map(({ path, message }) => `${path}: ${message}`)
    .join(' ')} Rephrase the request, or name the agent that should do it.`;

/** A lasting failure as an error for the client; temporary ones are thrown again. */
const lastingFailure = (error: unknown): RunError => {
  if (error instanceof ModelError && error.kind === 'permanent')
    return { error_code: `model_${error.reason}`, detail: error.ownersDetail };
  const passes = error instanceof TooManyRequests || (error instanceof ArtelError && error.status >= 500);
  if (error instanceof ArtelError && !passes) return { error_code: error.code, detail: error.message };
  throw error;
};
