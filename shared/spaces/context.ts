import {
  type Forgetting,
  forget,
  keepingOf,
  type Listing,
  list,
  type Memory,
  type NewMemory,
  type Recall,
  recall,
  remember,
  withUses,
} from '../memory/index.ts';
import type { Space } from './space.ts';

/** What an agent remembers that fits a question, the best first, each with the turns that were shown it. */
export const searchContext = async ({ project, agents }: Space, reference: string, what: Recall): Promise<Memory[]> => {
  const { agent_key } = await agents.get(reference);
  return withUses(project, agent_key, await recall(project, agent_key, what));
};

/** A page of what an agent remembers, in the order of time, each with the turns that were shown it. */
export const listContext = async (
  { project, agents }: Space,
  reference: string,
  what: Listing,
): Promise<{ items: Memory[]; next: string | undefined }> => {
  const { agent_key } = await agents.get(reference);
  const { items, next } = await list(project, agent_key, what);
  return { items: await withUses(project, agent_key, items), next };
};

/** One memory more; above the agent's own bound the least valuable ones go. */
export const addContext = async (
  { project, agents }: Space,
  reference: string,
  { memory, signal }: { memory: NewMemory; signal?: AbortSignal | undefined },
): Promise<Memory> => {
  const { agent_key, config } = await agents.get(reference);
  const options = { ...keepingOf(config), ...(signal && { signal }) };
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
