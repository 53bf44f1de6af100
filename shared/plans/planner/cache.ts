import { type Clock, DAY, systemClock } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { keepText, keptText, projectKeys } from '../../store/index.ts';
import { checkGraph } from '../graph/check.ts';
import type { DraftGraph, PlannedTask } from '../graph/graph.ts';
import type { Goal } from './goal.ts';

const CACHE_TTL = DAY;

const normalized = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * What a plan depends on; its owner is part of the item's key. For a request that only makes sense in its conversation, the
 * conversation is included.
 */
export const planHash = (
  { request, agents, config }: Pick<Goal, 'request' | 'agents' | 'config'>,
  model: string,
  history = '',
): string =>
  sha256(
    JSON.stringify([
      normalized(request),
      agents
        .map(({ key, version, description }) => [key, version, description])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      model,
      config.max_tasks,
      history,
    ]),
  );

export type PlanCache = {
  find(): Promise<PlannedTask[] | undefined>;
  keep(tasks: PlannedTask[], usesHistory: boolean): Promise<void>;
};

/**
 * Caches first plans for a day. A plan that depends on the request alone is found again in any session; one that used the
 * conversation only after the same conversation.
 */
export const planCache = (goal: Goal, model: string, clock: Clock = systemClock): PlanCache => {
  const { project, history = '', agents, config, firstNumber } = goal;
  const alone = planHash(goal, model);
  const afterHistory = history ? planHash(goal, model, history) : alone;
  return {
    find: async () => {
      const found = await Promise.all([...new Set([alone, afterHistory])].map((hash) => read(project, hash, clock)));
      const drafts = found.filter((draft) => draft !== undefined);
      const checked = drafts.map((draft) => checkGraph(draft, { agents, maxTasks: config.max_tasks, firstNumber }));
      return checked.find((graph) => graph.ok)?.tasks;
    },
    keep: async (tasks, usesHistory) => {
      const hash = usesHistory ? afterHistory : alone;
      const text = JSON.stringify(draftOf(tasks));
      const until = clock.now() + CACHE_TTL;
      await keepText(project, projectKeys.plan(project, hash), { id: `plan-${hash}`, text, until });
    },
  };
};

/** For plans that are only valid in their run: re-plans, and plans after a rejection. */
export const noCache: PlanCache = { find: async () => undefined, keep: async () => undefined };

const read = async (project: ProjectScope, hash: string, clock: Clock): Promise<unknown> => {
  const text = await keptText(projectKeys.plan(project, hash), clock);
  return text === undefined ? undefined : JSON.parse(text);
};

const draftOf = (tasks: PlannedTask[]): DraftGraph => {
  const ids = new Map(tasks.map(({ number, id }) => [number, id]));
  return {
    tasks: tasks.map(({ number: _, agent, depends_on, ...task }) => ({
      ...task,
      agent: agent.key,
      depends_on: depends_on.map((on) => ids.get(on) as string),
    })),
  };
};
