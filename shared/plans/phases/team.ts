import { type Agent, listAgents } from '../../agents/index.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { TeamAgent } from '../planner/wish.ts';

/** As many agents as a planner is told of; a project with more gives it the oldest. */
const MOST_AGENTS = 60;
/** Of an agent's instructions, what says what it is for. */
const LONGEST_DESCRIPTION = 300;

export type Member = TeamAgent & Pick<Agent, 'config'>;

/** The agents of the project that take work now. Those that keep failing are left out while others are there. */
export const findTeam = async (project: ProjectScope): Promise<Member[]> => {
  const { items } = await listAgents(project, { limit: MOST_AGENTS });
  const willing = items.filter(({ status }) => status !== 'draining');
  const well = willing.filter(({ status }) => status !== 'error');
  return (well.length > 0 ? well : willing).map(({ key, id, name, version, config }) => ({
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
  return line.length <= LONGEST_DESCRIPTION ? line : `${line.slice(0, LONGEST_DESCRIPTION - 1)}…`;
};
