import { type Agent, findAgent, listAgents } from '../../agents/index.ts';
import { NotFound } from '../../core/errors.ts';
import { beginningOf } from '../../core/excerpt.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { draftGraphSchema, MAX_TASKS } from '../graph/graph.ts';
import type { TeamAgent } from '../planner/goal.ts';

/** How many agents a planner can choose from; in larger projects these are the oldest. */
const MAX_AGENTS = 60;
/** How much of an agent's instructions describes it to the planner, in characters. */
const MAX_DESCRIPTION_LENGTH = 300;
/** Agents looked up at the same time. */
const CONCURRENCY = 20;

export type Member = TeamAgent & Pick<Agent, 'config'>;

/**
 * The agents a planner is shown: of the project's that accept work the oldest, without failing ones unless all are failing.
 * What a person or a client may name is another question: see `findNamed`.
 */
export const findTeam = async (project: ProjectScope): Promise<Member[]> => {
  const { items } = await listAgents(project, { limit: MAX_AGENTS });
  const available = items.filter(acceptsWork);
  const healthy = available.filter(({ status }) => status !== 'error');
  return (healthy.length > 0 ? healthy : available).map(memberOf);
};

/**
 * The agents that a graph from outside may be about: those a planner is shown, and every other that its tasks name, exists
 * and accepts work. A failing one is among them, as it is for a message that names it. `accepted`: the graph was checked
 * before, and a task whose agent accepts no more work since fails by itself.
 */
export const findNamed = async (
  project: ProjectScope,
  draft: unknown,
  { accepted = false }: { accepted?: boolean } = {},
): Promise<Member[]> => {
  const [team, parsed] = [await findTeam(project), draftGraphSchema.safeParse(draft)];
  // The check says what is wrong with it.
  if (!parsed.success || parsed.data.tasks.length > MAX_TASKS) return team;
  const known = new Set(team.flatMap(({ name, id, key }) => [name, id, key]));
  const named = new Set(parsed.data.tasks.map(({ agent }) => agent));
  const others = [...named].filter((name) => !known.has(name));
  const found = new Map<string, Member>();
  for (let from = 0; from < others.length; from += CONCURRENCY) {
    const some = await Promise.all(others.slice(from, from + CONCURRENCY).map((name) => findIfAny(project, name)));
    for (const agent of some) if (agent && (accepted || acceptsWork(agent))) found.set(agent.key, memberOf(agent));
  }
  return [...team, ...found.values()];
};

const acceptsWork = ({ status }: Agent): boolean => status !== 'draining';

const findIfAny = async (project: ProjectScope, name: string): Promise<Agent | undefined> => {
  try {
    return await findAgent(project, name);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
};

const memberOf = ({ key, id, name, version, config }: Agent): Member => ({
  key,
  id,
  name,
  version,
  config,
  description: shortened(`${config.display_name ? `${config.display_name}. ` : ''}${config.system_prompt}`),
  capabilities: config.capabilities,
  tools: config.tools.map((tool) => (typeof tool === 'string' ? tool : tool.mcp.url)),
});

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_DESCRIPTION_LENGTH ? line : `${beginningOf(line, MAX_DESCRIPTION_LENGTH - 1)}…`;
};
