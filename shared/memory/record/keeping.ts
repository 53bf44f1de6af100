import type { RememberOptions } from './remember.ts';

/** Of an agent's settings, those that its memory goes by. */
export type MemorySettings = {
  model?: string | undefined;
  memory: { max_vectors: number; contradictions?: 'rules' | 'model' | undefined };
};

/** How an agent's memories are kept: how many, and whether its model is asked what contradicts what. */
export const keepingOf = ({ model, memory }: MemorySettings): Pick<RememberOptions, 'maxVectors' | 'judge'> => ({
  maxVectors: memory.max_vectors,
  ...(memory.contradictions === 'model' && { judge: { model } }),
});
