import { listAgents } from '../../shared/agents/index.ts';
import type { ProjectScope } from '../../shared/core/scope.ts';
import { knownModels } from '../../shared/gateway/index.ts';
import { type ModelEntry, modelOfAgent } from '../../shared/protocols/index.ts';

/** One page; nobody picks from a longer list. */
const MAX_LISTED_AGENTS = 100;

/** The deployment's models and the caller's agents. The creation time of a provider's model is not known, so it is 0. */
export const listedModels = async (project: ProjectScope): Promise<ModelEntry[]> => {
  const [models, agents] = await Promise.all([knownModels(), listAgents(project, { limit: MAX_LISTED_AGENTS })]);
  return [
    ...models.map((id) => ({ id, owner: 'provider', createdAt: 0 })),
    ...agents.items.map(({ name, created_at }) => ({
      id: modelOfAgent(name),
      owner: 'agent',
      createdAt: Date.parse(created_at),
    })),
  ];
};
