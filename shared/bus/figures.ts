import { NotFound } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { queryAll, userKeys } from '../store/index.ts';
import { findLane } from './lane-writes.ts';

export type AgentFigures = {
  queue: { running: number; waiting: number; live: number; limit: number };
  requests: number;
  prompt_tokens: number;
  completion_tokens: number;
  cost: number;
};

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** An agent's lane as it is now, and the sums over its days. */
export const agentFigures = async (project: ProjectScope, agent: string): Promise<AgentFigures> => {
  const lane = await findLane(project, agent);
  if (!lane) throw new NotFound('There is no such agent.');
  const { running, waiting, live, slots: limit } = lane;
  const figures = {
    queue: { running, waiting, live, limit },
    requests: 0,
    prompt_tokens: 0,
    completion_tokens: 0,
    cost: 0,
  };
  for await (const day of queryAll({ in: userKeys.profile(project.user), prefix: 'USAGE#' })) {
    if (day.agent_key !== agent || day.project_id !== project.projectId) continue;
    figures.requests += numberOf(day.requests);
    figures.prompt_tokens += numberOf(day.prompt_tokens);
    figures.completion_tokens += numberOf(day.completion_tokens);
    figures.cost += numberOf(day.cost);
  }
  return figures;
};
