import type { StoredAgent } from '../../shared/agents/index.ts';
import { NotFound } from '../../shared/core/errors.ts';
import type { ProjectScope } from '../../shared/core/scope.ts';
import { knownModels, ModelError } from '../../shared/gateway/index.ts';
import { agentOf, type ModelEntry, modelOfAgent } from '../../shared/protocols/index.ts';
import { type Space, spaces } from '../../shared/spaces/index.ts';

/** The deployment's models and the caller's agents. The creation time of a provider's model is not known, so it is 0. */
export const listedModels = async (project: ProjectScope): Promise<ModelEntry[]> => {
  const [models, agents] = await Promise.all([knownModels(), spaces.of(project).agents.list()]);
  return [
    ...models.map((id) => ({ id, owner: 'provider', createdAt: 0 })),
    ...agents.map(({ name, created_at }) => ({
      id: modelOfAgent(name),
      owner: 'agent',
      createdAt: created_at,
    })),
  ];
};

/** A model of the list by its id; an agent also where the list is too long to have it. */
export const listedModel = async (project: ProjectScope, id: string): Promise<ModelEntry> => {
  const agent = agentOf(id);
  if (agent !== undefined)
    return { id, owner: 'agent', createdAt: (await requireAgent(spaces.of(project), agent)).created_at };
  if ((await knownModels()).includes(id)) return { id, owner: 'provider', createdAt: 0 };
  throw new ModelError('unknown_model', { detail: 'There is no such model in this deployment.' });
};

/** To a client an agent is a model, so a missing one is a missing model. */
export const requireAgent = async ({ agents }: Space, agent: string): Promise<StoredAgent> => {
  try {
    return await agents.get(agent);
  } catch (cause) {
    if (!(cause instanceof NotFound)) throw cause;
    throw new ModelError('unknown_model', { detail: 'There is no such agent among yours.', cause });
  }
};
