import { type Agent, listAgents } from '../../agents/index.ts';
import { beginningOf } from '../../core/excerpt.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { TeamAgent } from '../planner/goal.ts';

/** How many agents a planner can choose from; in larger projects these are the oldest. */
const MAX_AGENTS = 60;
/** How much of an agent's instructions describes it to the planner, in characters. */
const MAX_DESCRIPTION_LENGTH = 300;

export type Member = TeamAgent & Pick<Agent, 'config'>;

/** The agents of the project that accept work. Failing ones are left out unless all are failing. */
export const findTeam = async (project: ProjectScope): Promise<Member[]> => {
  const { items } = await listAgents(project, { limit: MAX_AGENTS });
  const available = items.filter(({ status }) => status !== 'draining');
  const healthy = available.filter(({ status }) => status !== 'error');
  return (healthy.length > 0 ? healthy : available).map(({ key, id, name, version, config }) => ({
    key,
    id,
    name,
    version,
    config,
    description: shortened(`${config.display_name ? `${config.display_name}. ` : ''}${config.system_prompt}`),
    capabilities: config.capabilities,
    tools: config.tools.map((tool) => (typeof tool === 'string' ? tool : tool.mcp.url)),
  }));
};

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_DESCRIPTION_LENGTH ? line : `${beginningOf(line, MAX_DESCRIPTION_LENGTH - 1)}…`;
};
