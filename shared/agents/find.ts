import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { findHealth, findLane, type Health, isUnhealthy, type LaneItem } from '../bus/index.ts';
import { isoTime } from '../core/clock.ts';
import { NotFound } from '../core/errors.ts';
import { isId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import { getItem, type Page, projectKeys, queryPage, ranges } from '../store/index.ts';
import { agentConfigSchema } from './config.ts';
import { agentId, nameOfAgentId, readAgent, type StoredAgent } from './items.ts';

export const agentStatuses = ['ready', 'busy', 'error', 'draining'] as const;

/** An agent as clients see it. */
export const agentSchema = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    version: z.number().int(),
    status: z.enum(agentStatuses),
    config: agentConfigSchema,
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: 'Agent' });
export type Agent = z.infer<typeof agentSchema>;
export type AgentStatus = Agent['status'];

const noSuchAgent = (): NotFound => new NotFound('There is no such agent.');

const keyOf = async (project: ProjectScope, reference: string): Promise<string> => {
  if (isId('agt', reference)) return reference;
  const name = nameOfAgentId(project, reference) ?? reference;
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(name)) throw noSuchAgent();
  const pointer = await getItem(projectKeys.agentName(project, name));
  if (!pointer) throw noSuchAgent();
  return String(pointer.agent_key);
};

/** The newest version of an agent, by its name, key or the id of any of its versions. */
export const findStoredAgent = async (project: ProjectScope, reference: string): Promise<StoredAgent> => {
  const item = await getItem(projectKeys.agent(project, await keyOf(project, reference)));
  if (!item) throw noSuchAgent();
  return readAgent(item);
};

export const statusOf = (lane: LaneItem | undefined, health: Health | undefined): AgentStatus => {
  if (lane?.status !== 'ready') return 'draining';
  if (isUnhealthy(health)) return 'error';
  return lane.running > 0 ? 'busy' : 'ready';
};

export const publicAgent = (project: ProjectScope, agent: StoredAgent, status: AgentStatus): Agent => ({
  id: agentId(project, agent),
  key: agent.agent_key,
  name: agent.name,
  version: agent.version,
  status,
  config: agent.config,
  created_at: isoTime(agent.created_at),
  updated_at: isoTime(agent.updated_at),
});

const readStatus = async (project: ProjectScope, agent: string): Promise<AgentStatus> =>
  statusOf(...(await Promise.all([findLane(project, agent), findHealth(project, agent)])));

export const withStatus = async (project: ProjectScope, agent: StoredAgent): Promise<Agent> =>
  publicAgent(project, agent, await readStatus(project, agent.agent_key));

export const findAgent = async (project: ProjectScope, reference: string): Promise<Agent> =>
  withStatus(project, await findStoredAgent(project, reference));

type Wanted = { limit: number; after?: string; newestFirst?: boolean };

/**
 * A page of the project's agents as they are stored, without what they are doing now: in the order of their creation unless
 * asked otherwise. `after` and `next` are keys of agents.
 */
export const listStoredAgents = async (
  project: ProjectScope,
  { limit, after, newestFirst = false }: Wanted,
): Promise<Page<StoredAgent>> => {
  const page = await queryPage({
    ...ranges.agents(project),
    limit,
    newestFirst,
    ...(after !== undefined && { after: projectKeys.agent(project, after).sk }),
  });
  const items = page.items.map(readAgent);
  return { items, next: page.next === undefined ? undefined : items.at(-1)?.agent_key };
};

/** The same, with what they are doing. */
export const listAgents = async (project: ProjectScope, wanted: Wanted): Promise<Page<Agent>> => {
  const { items, next } = await listStoredAgents(project, wanted);
  return { items: await Promise.all(items.map((agent) => withStatus(project, agent))), next };
};

/** Every version of an agent, newest first unless asked otherwise. */
export const listVersions = async (
  project: ProjectScope,
  reference: string,
  options: { limit: number; after?: number; newestFirst?: boolean },
): Promise<Page<Agent>> => {
  const { agent_key } = await findStoredAgent(project, reference);
  const status = await readStatus(project, agent_key);
  const page = await queryPage({
    ...ranges.agentVersions(project, agent_key),
    limit: options.limit,
    newestFirst: options.newestFirst ?? true,
    ...(options.after !== undefined && { after: projectKeys.agentVersion(project, agent_key, options.after).sk }),
  });
  const versions = page.items.map(readAgent);
  const items = versions.map((agent) => publicAgent(project, agent, status));
  return { items, next: page.next === undefined ? undefined : String(versions.at(-1)?.version) };
};

/** Versions never change, so a container may keep them; keys begin with the scope. */
const kept = new LRUCache<string, StoredAgent>({ max: 500 });

/** The version a task was accepted for; `undefined` if the agent has been deleted since. */
export const findVersion = async (
  project: ProjectScope,
  key: string,
  version: number,
): Promise<StoredAgent | undefined> => {
  const stored = projectKeys.agentVersion(project, key, version);
  const cached = kept.get(`${stored.pk}|${stored.sk}`);
  if (cached) return cached;
  const item = await getItem(stored);
  if (!item) return undefined;
  const agent = readAgent(item);
  kept.set(`${stored.pk}|${stored.sk}`, agent);
  return agent;
};
