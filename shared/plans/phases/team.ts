import { type Agent, listAgents } from '../../agents/index.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { TeamAgent } from '../planner/goal.ts';

/** As many agents as a planner is told of; a project with more gives it the oldest. */
const MAX_AGENTS = 60;
/** Of an agent's instructions, what says what it is for. */
const MAX_DESCRIPTION_LENGTH = 300;

export type Member = TeamAgent & Pick<Agent, 'config'>;

/** The agents of the project that take work now. Those that keep failing are left out while others are there. */
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
  return line.length <= MAX_DESCRIPTION_LENGTH ? line : `${line.slice(0, MAX_DESCRIPTION_LENGTH - 1)}…`;
};
