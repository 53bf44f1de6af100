import {
  type Forgetting,
  forget,
  type Memory,
  type NewMemory,
  type Recall,
  recall,
  remember,
} from '../memory/index.ts';
import type { Space } from './space.ts';

/** What an agent remembers that fits a question, the best first. */
export const searchContext = async ({ project, agents }: Space, reference: string, what: Recall): Promise<Memory[]> => {
  const { agent_key } = await agents.get(reference);
  return recall(project, agent_key, what);
};

/** One memory more; above the agent's own bound the least valuable ones go. */
export const addContext = async (
  { project, agents }: Space,
  reference: string,
  { memory, signal }: { memory: NewMemory; signal?: AbortSignal | undefined },
): Promise<Memory> => {
  const { agent_key, config } = await agents.get(reference);
  const options = { maxVectors: config.memory.max_vectors, ...(signal && { signal }) };
  return (await remember(project, agent_key, memory, options)).memory;
};

/** Returns how many are gone. */
export const clearContext = async (
  { project, agents }: Space,
  reference: string,
  what: Forgetting,
): Promise<number> => {
  const { agent_key } = await agents.get(reference);
  return forget(project, agent_key, what);
};
