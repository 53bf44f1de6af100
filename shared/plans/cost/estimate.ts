import { findVersion } from '../../agents/index.ts';
import { type Clock, SECOND, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { countTokens, priceOf } from '../../gateway/index.ts';
import type { PlannedTask } from '../graph/graph.ts';
import { criticalPath } from '../graph/shape.ts';
import type { OrchestratorConfig } from '../records/orchestrator-config.ts';
import { type AgentHistory, historyOf, type RunFigures } from './agent-history.ts';
import { ownModel } from './own-model.ts';

export type Estimate = {
  /** USD; null if the price of some model is not known. */
  cost: number | null;
  /** Seconds: one task after the other, and as they will run. */
  duration: { sequential: number; parallel: number };
  tokens: number;
  /** By task number. */
  seconds: Record<number, number>;
};

/**
 * For an agent without runs in the last thirty days: a turn with a page of context and half a page of answer, at the speed
 * of an average model (about 50 tokens a second after one second). Assumed, not measured.
 */
const UNKNOWN_AGENT: RunFigures = { prompt: 1_500, completion: 500, milliseconds: 11 * SECOND };

type Options = { clock?: Clock; ownModel?: () => Promise<string> };

/**
 * What a plan will take, judged by earlier runs of the same agents. Embeddings for memory are left out: they cost a
 * hundredth of the model calls.
 */
export const estimate = async (
  project: ProjectScope,
  tasks: readonly PlannedTask[],
  { max_parallel }: Pick<OrchestratorConfig, 'max_parallel'>,
  options: Options = {},
): Promise<Estimate> => {
  const [history, models] = await Promise.all([
    historyOf(project, options.clock ?? systemClock),
    modelsOf(project, tasks, options.ownModel ?? ownModel),
  ]);
  const figures = tasks.map((task) => ({ task, ...figuresOf(task, tasks, history) }));
  const costs = figures.map(({ task, prompt, completion }) =>
    priceOf(models.get(task.agent.key) ?? '', { promptTokens: prompt, completionTokens: completion }),
  );
  const seconds = new Map(figures.map(({ task, milliseconds }) => [task.number, milliseconds / SECOND]));
  const sequential = sum([...seconds.values()]);
  const { length } = criticalPath(tasks, ({ number }) => seconds.get(number) ?? 0);
  return {
    cost: costs.every((cost) => cost !== undefined) ? sum(costs) : null,
    // At most `max_parallel` tasks run at once, however wide the graph is.
    duration: { sequential, parallel: Math.max(length, sequential / max_parallel) },
    tokens: sum(figures.map(({ prompt, completion }) => Math.round(prompt + completion))),
    seconds: Object.fromEntries(seconds),
  };
};

/** A task reads its description and the results it depends on, in addition to what its agent reads anyway. */
const figuresOf = (
  { agent, description, depends_on }: PlannedTask,
  tasks: readonly PlannedTask[],
  history: AgentHistory,
): RunFigures => {
  const of = (key: string): RunFigures => history.get(key) ?? UNKNOWN_AGENT;
  const { prompt, completion, milliseconds } = of(agent.key);
  const results = tasks.filter(({ number }) => depends_on.includes(number)).map((on) => of(on.agent.key).completion);
  return { prompt: prompt + countTokens(description) + sum(results), completion, milliseconds };
};

/** By agent key, the model its version asks for. */
const modelsOf = async (
  project: ProjectScope,
  tasks: readonly PlannedTask[],
  own: () => Promise<string>,
): Promise<Map<string, string>> => {
  const agents = new Map(tasks.map(({ agent }) => [agent.key, agent]));
  const usual = await own();
  const found = await Promise.all(
    [...agents.values()].map(async ({ key, version }) => {
      const agent = await findVersion(project, key, version);
      return [key, agent?.config.model ?? usual] as const;
    }),
  );
  return new Map(found);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
