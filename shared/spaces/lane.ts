import { type Agent, withStatus } from '../agents/index.ts';
import {
  type AgentFigures,
  agentFigures,
  deregisterAgent,
  findHealth,
  type PublicHealth,
  publicHealth,
  registerAgent,
} from '../bus/index.ts';
import type { Space } from './space.ts';

/** An agent with what it is doing now. */
export const agentOf = async ({ project, agents }: Space, reference: string): Promise<Agent> =>
  withStatus(project, await agents.get(reference));

/** Accepts new work again. */
export const register = async ({ project, agents }: Space, reference: string): Promise<Agent> => {
  const agent = await agents.get(reference);
  await registerAgent(project, agent.agent_key);
  return withStatus(project, agent);
};

/** Refuses new work; accepted work is still completed. */
export const deregister = async ({ project, agents }: Space, reference: string): Promise<Agent> => {
  const agent = await agents.get(reference);
  await deregisterAgent(project, agent.agent_key);
  return withStatus(project, agent);
};

/** What the agent did in the last thirty days, its queue, and whether its model works. */
export const metricsOf = async (
  { project, agents }: Space,
  reference: string,
): Promise<AgentFigures & { health: PublicHealth }> => {
  const { agent_key } = await agents.get(reference);
  const [figures, health] = await Promise.all([agentFigures(project, agent_key), findHealth(project, agent_key)]);
  return { ...figures, health: publicHealth(health) };
};
