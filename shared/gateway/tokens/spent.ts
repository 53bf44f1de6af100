import type { Ending } from '../call/model-call.ts';
import { priceOf } from './prices.ts';

/** What a call used, as runs and plans keep it. `cost` in USD; without it the price is not known. */
export type Spent = {
  model: string;
  prompt_tokens: number;
  completion_tokens: number;
  cache_read_tokens?: number;
  cache_write_tokens?: number;
  reasoning_tokens?: number;
  cost?: number;
};

export const spentOn = ({ model, usage }: Pick<Ending, 'model' | 'usage'>): Spent => {
  const cost = priceOf(model, usage);
  return {
    model,
    prompt_tokens: usage.promptTokens,
    completion_tokens: usage.completionTokens,
    ...(usage.cacheReadTokens !== undefined && { cache_read_tokens: usage.cacheReadTokens }),
    ...(usage.cacheWriteTokens !== undefined && { cache_write_tokens: usage.cacheWriteTokens }),
    ...(usage.reasoningTokens !== undefined && { reasoning_tokens: usage.reasoningTokens }),
    ...(cost !== undefined && { cost }),
  };
};
