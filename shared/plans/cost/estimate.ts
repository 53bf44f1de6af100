import { findVersion } from '../../agents/index.ts';
import { type Clock, SECOND, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { countTokens, priceOf } from '../../gateway/index.ts';
import type { PlannedTask } from '../graph/graph.ts';
import type { OrchestratorConfig } from '../records/orchestrator-config.ts';
import { type AgentHistory, historyOf, type RunFigures } from './agent-history.ts';
import { type OwnModels, ownModels } from './own-model.ts';
import { scheduledLength } from './schedule.ts';

export type Estimate = {
  /** USD; null if the price of some chat model is not known. */
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

type Options = { clock?: Clock; own?: () => Promise<OwnModels> };

/**
 * What a plan will take, judged by earlier runs of the same agents, with the two embeddings of each task: of what it is
 * about, to search the memory, and of what is kept of it. An embedding model without a price costs nothing: a chat model's
 * price is known apart from it, and so is the threshold.
 */
export const estimate = async (
  project: ProjectScope,
  tasks: readonly PlannedTask[],
  { max_parallel }: Pick<OrchestratorConfig, 'max_parallel'>,
  options: Options = {},
): Promise<Estimate> => {
  const [history, own] = await Promise.all([
    historyOf(project, options.clock ?? systemClock),
    (options.own ?? ownModels)(),
  ]);
  const agents = await settingsOf(project, tasks, own.chat);
  const figures = tasks.map((task) => ({ task, ...figuresOf(task, tasks, history) }));
  const costs = figures.map(({ task, prompt, completion }) =>
    priceOf(agents.get(task.agent.key)?.model ?? '', { promptTokens: prompt, completionTokens: completion }),
  );
  const embedded = sum(figures.map((one) => one.embedded));
  const memory = priceOf(own.embedding, { promptTokens: embedded }) ?? 0;
  const seconds = new Map(figures.map(({ task, milliseconds }) => [task.number, milliseconds / SECOND]));
  const sequential = sum([...seconds.values()]);
  const parallel = scheduledLength(tasks, ({ number }) => seconds.get(number) ?? 0, {
    slots: max_parallel,
    slotsOf: (agent) => agents.get(agent)?.slots ?? 1,
  });
  return {
    cost: costs.every((cost) => cost !== undefined) ? sum(costs) + memory : null,
    duration: { sequential, parallel },
    tokens: sum(figures.map(({ prompt, completion }) => Math.round(prompt + completion))),
    seconds: Object.fromEntries(seconds),
  };
};

/** A task reads its description and the results it depends on, in addition to what its agent reads anyway. */
const figuresOf = (
  { agent, description, depends_on }: PlannedTask,
  tasks: readonly PlannedTask[],
  history: AgentHistory,
): RunFigures & { embedded: number } => {
  const of = (key: string): RunFigures => history.get(key) ?? UNKNOWN_AGENT;
  const { prompt, completion, milliseconds } = of(agent.key);
  const results = tasks.filter(({ number }) => depends_on.includes(number)).map((on) => of(on.agent.key).completion);
  const told = countTokens(description);
  const read = told + sum(results);
  return { prompt: prompt + read, completion, milliseconds, embedded: read + told + completion };
};

/** By agent key, the model its version asks for and how many of its tasks run at once. */
const settingsOf = async (
  project: ProjectScope,
  tasks: readonly PlannedTask[],
  usual: string,
): Promise<Map<string, { model: string; slots: number }>> => {
  const agents = new Map(tasks.map(({ agent }) => [agent.key, agent]));
  const found = await Promise.all(
    [...agents.values()].map(async ({ key, version }) => {
      const { model, concurrency_limit: slots = 1 } = (await findVersion(project, key, version))?.config ?? {};
      return [key, { model: model ?? usual, slots }] as const;
    }),
  );
  return new Map(found);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
