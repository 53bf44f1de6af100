export { createAgent, updateAgent } from './change.ts';
export { type AgentConfig, agentConfigSchema, changedAgentSchema, newAgentSchema } from './config.ts';
export {
  type Agent,
  agentSchema,
  agentStatuses,
  findAgent,
  findStoredAgent,
  findVersion,
  listAgents,
  listStoredAgents,
  listVersions,
  statusOf,
  withStatus,
} from './find.ts';
export { agentId, nameOfAgentId, type StoredAgent } from './items.ts';
export { deleteAgent, removeAgent, removeBelongings } from './remove.ts';
export { type RestoredAgent, restoreAgent } from './restore.ts';
export { raiseRevision, revisionOf } from './revision.ts';
export { createStarterTeam } from './templates.ts';
