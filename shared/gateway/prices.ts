import type { Usage } from './model-call.ts';

/**
 * US dollars for a million tokens, standard tier, without cache or batch discounts; and the most tokens of an answer.
 * Source: OpenAI's price list, https://platform.openai.com/docs/pricing, as of March 2026, and the models' own pages.
 */
const PRICES: Record<string, { prompt: number; completion: number; longest?: number }> = {
  'gpt-5.4': { prompt: 2.5, completion: 15, longest: 128_000 },
  'gpt-5.1': { prompt: 1.25, completion: 10, longest: 128_000 },
  'gpt-5': { prompt: 1.25, completion: 10, longest: 128_000 },
  'gpt-5-mini': { prompt: 0.25, completion: 2, longest: 128_000 },
  'gpt-5-nano': { prompt: 0.05, completion: 0.4, longest: 128_000 },
  'gpt-4.1': { prompt: 2, completion: 8, longest: 32_768 },
  'gpt-4.1-mini': { prompt: 0.4, completion: 1.6, longest: 32_768 },
  'gpt-4.1-nano': { prompt: 0.1, completion: 0.4, longest: 32_768 },
  'gpt-4o': { prompt: 2.5, completion: 10, longest: 16_384 },
  'gpt-4o-mini': { prompt: 0.15, completion: 0.6, longest: 16_384 },
  o3: { prompt: 2, completion: 8, longest: 100_000 },
  'o3-mini': { prompt: 1.1, completion: 4.4, longest: 100_000 },
  'o4-mini': { prompt: 1.1, completion: 4.4, longest: 100_000 },
  'text-embedding-3-small': { prompt: 0.02, completion: 0 },
  'text-embedding-3-large': { prompt: 0.13, completion: 0 },
};

/** `gpt-4.1-mini-2025-04-14` is a dated edition of `gpt-4.1-mini`, at its price. */
const edition = /-\d{4}-\d{2}-\d{2}$/;

const known = (model: string) => PRICES[model.replace(edition, '')];

/** The most tokens a model can answer with; `undefined` for one that is not in the list. */
export const longestAnswer = (model: string): number | undefined => known(model)?.longest;

/** What a call cost in US dollars; `undefined` for a model whose price is not known, which is not the same as nothing. */
export const priceOf = (
  model: string,
  usage: Pick<Usage, 'promptTokens'> & Partial<Pick<Usage, 'completionTokens'>>,
): number | undefined => {
  const price = known(model);
  if (!price) return undefined;
  return (usage.promptTokens * price.prompt + (usage.completionTokens ?? 0) * price.completion) / 1_000_000;
};
