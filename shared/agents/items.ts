import * as z from 'zod';
import type { ProjectScope } from '../core/scope.ts';
import { type Item, projectKeys, SCHEMA_VERSION, type StoredItem } from '../store/index.ts';
import { agentConfigSchema } from './config.ts';

/** One version of an agent, as stored: its newest under `projectKeys.agent`, and each one for good under `agentVersion`. */
const storedAgentSchema = z.object({
  agent_key: z.string(),
  name: z.string(),
  version: z.number().int(),
  config: agentConfigSchema,
  created_at: z.number(),
  updated_at: z.number(),
});
export type StoredAgent = z.infer<typeof storedAgentSchema>;

export const readAgent = (item: Item): StoredAgent => storedAgentSchema.parse(item);

export const agentItem = (project: ProjectScope, agent: StoredAgent): StoredItem => ({
  ...projectKeys.agent(project, agent.agent_key),
  v: SCHEMA_VERSION,
  ...agent,
});

export const versionItem = (project: ProjectScope, agent: StoredAgent): StoredItem => ({
  ...projectKeys.agentVersion(project, agent.agent_key, agent.version),
  v: SCHEMA_VERSION,
  ...agent,
});

/** `user{id}_{project}_{name}_{version}`: names one version of one agent of one user. */
export const agentId = (project: ProjectScope, agent: Pick<StoredAgent, 'name' | 'version'>): string =>
  `user${project.userId}_${project.projectId}_${agent.name}_${agent.version}`;

/** The name in an agent id of this user and project; an id of another user's names nothing here. */
export const nameOfAgentId = (project: ProjectScope, id: string): string | undefined => {
  const prefix = `user${project.userId}_${project.projectId}_`;
  return id.startsWith(prefix) ? /^([a-z][a-z0-9-]{0,31})_\d{1,6}$/.exec(id.slice(prefix.length))?.[1] : undefined;
};
