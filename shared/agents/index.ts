export { acceptDirectMessage, type DirectMessage } from './accept-message.ts';
export { createAgent, updateAgent } from './change.ts';
export { type AgentConfig, agentConfigSchema, changedAgentSchema, newAgentSchema } from './config.ts';
export { type Agent, agentSchema, findAgent, findStoredAgent, findVersion, listAgents, listVersions } from './find.ts';
export { agentId, type StoredAgent } from './items.ts';
export { deleteAgent, removeAgent, removeBelongings } from './remove.ts';
export { createStarterTeam } from './templates.ts';
