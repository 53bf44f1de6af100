import type { Usage } from '../call/model-call.ts';

/** US dollars for a million tokens. `cached`: of the prompt, what is read from the provider's cache; by default the same. */
type Rates = { prompt: number; completion: number; cached?: number };

/** `maxAnswer`: in tokens. `beyond`: the rates of the whole call when its prompt has more than `tokens` tokens. */
type Price = Rates & { maxAnswer?: number; beyond?: Rates & { tokens: number } };

/**
 * Standard tier, without batch discounts. Writing to the cache costs nothing beside the prompt.
 * Cached input is a tenth since GPT-5, a quarter of GPT-4.1, o3 and o4-mini, and a half of the older ones.
 * Source: OpenAI's price list, https://platform.openai.com/docs/pricing, as of March 2026, and the models' own pages.
 */
const OPENAI: Record<string, Price> = {
  'gpt-5.4': { prompt: 2.5, cached: 0.25, completion: 15, maxAnswer: 128_000 },
  'gpt-5.1': { prompt: 1.25, cached: 0.125, completion: 10, maxAnswer: 128_000 },
  'gpt-5': { prompt: 1.25, cached: 0.125, completion: 10, maxAnswer: 128_000 },
  'gpt-5-mini': { prompt: 0.25, cached: 0.025, completion: 2, maxAnswer: 128_000 },
  'gpt-5-nano': { prompt: 0.05, cached: 0.005, completion: 0.4, maxAnswer: 128_000 },
  'gpt-4.1': { prompt: 2, cached: 0.5, completion: 8, maxAnswer: 32_768 },
  'gpt-4.1-mini': { prompt: 0.4, cached: 0.1, completion: 1.6, maxAnswer: 32_768 },
  'gpt-4.1-nano': { prompt: 0.1, cached: 0.025, completion: 0.4, maxAnswer: 32_768 },
  'gpt-4o': { prompt: 2.5, cached: 1.25, completion: 10, maxAnswer: 16_384 },
  // The first edition has its own price, and no discount for a cache.
  'gpt-4o-2024-05-13': { prompt: 5, completion: 15, maxAnswer: 4_096 },
  'gpt-4o-mini': { prompt: 0.15, cached: 0.075, completion: 0.6, maxAnswer: 16_384 },
  o3: { prompt: 2, cached: 0.5, completion: 8, maxAnswer: 100_000 },
  'o3-mini': { prompt: 1.1, cached: 0.55, completion: 4.4, maxAnswer: 100_000 },
  'o4-mini': { prompt: 1.1, cached: 0.275, completion: 4.4, maxAnswer: 100_000 },
  'text-embedding-3-small': { prompt: 0.02, completion: 0 },
  'text-embedding-3-large': { prompt: 0.13, completion: 0 },
};

/**
 * Standard tier, without batch discounts, for processing anywhere.
 * Source: Anthropic's price list, https://platform.claude.com/docs/en/about-claude/pricing, and the models' own pages,
 * https://platform.claude.com/docs/en/models/overview, as of October 2026.
 */
const ANTHROPIC: Record<string, Price> = {
  'claude-fable-5-1': { prompt: 10, completion: 50, maxAnswer: 128_000 },
  'claude-fable-5': { prompt: 10, completion: 50, maxAnswer: 128_000 },
  'claude-opus-5-5': { prompt: 4, completion: 20, maxAnswer: 128_000 },
  'claude-opus-5': { prompt: 5, completion: 25, maxAnswer: 128_000 },
  'claude-opus-4-8': { prompt: 5, completion: 25, maxAnswer: 128_000 },
  'claude-opus-4-7': { prompt: 5, completion: 25, maxAnswer: 128_000 },
  'claude-opus-4-6': { prompt: 5, completion: 25, maxAnswer: 128_000 },
  'claude-opus-4-5': { prompt: 5, completion: 25, maxAnswer: 64_000 },
  'claude-sonnet-5-5': { prompt: 2, completion: 10, maxAnswer: 128_000 },
  'claude-sonnet-5': { prompt: 2, completion: 10, maxAnswer: 128_000 },
  'claude-sonnet-4-6': { prompt: 3, completion: 15, maxAnswer: 128_000 },
  'claude-sonnet-4-5': { prompt: 3, completion: 15, maxAnswer: 64_000 },
  'claude-haiku-5-5': {
    prompt: 0.1,
    completion: 0.5,
    maxAnswer: 128_000,
    beyond: { tokens: 100_000, prompt: 0.5, completion: 2.5 },
  },
  'claude-haiku-4-5': { prompt: 1, completion: 5, maxAnswer: 64_000 },
};

/**
 * What Anthropic's cache costs, as a share of the prompt's rate: reading, writing for five minutes, writing for an hour.
 * Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching, as of October 2026.
 */
const ANTHROPIC_CACHE = { read: 0.1, write: 1.25, hourWrite: 2 };

const PRICES: Record<string, Price> = { ...OPENAI, ...ANTHROPIC };

/** `gpt-4.1-mini-2025-04-14` is a dated edition of `gpt-4.1-mini`, at its price; so is `claude-sonnet-4-5-20250929`. */
const edition = /-\d{4}-?\d{2}-?\d{2}$/;

const known = (model: string): Price | undefined => {
  const name = Object.hasOwn(PRICES, model) ? model : model.replace(edition, '');
  return Object.hasOwn(PRICES, name) ? PRICES[name] : undefined;
};

const isAnthropic = (price: Price): boolean => Object.values(ANTHROPIC).includes(price);

/** The most tokens a model can answer with; `undefined` for a model that is not listed. */
export const maxAnswerTokens = (model: string): number | undefined => known(model)?.maxAnswer;

/** What the price of a call depends on. Parts that were not told are taken as read anew. */
export type Consumption = Pick<Usage, 'promptTokens'> &
  Partial<Pick<Usage, 'completionTokens' | 'cacheReadTokens' | 'cacheWriteTokens' | 'hourCacheWriteTokens'>>;

/** The cost of a call in US dollars; `undefined` for a model without a known price, which is not the same as free. */
export const priceOf = (model: string, usage: Consumption): number | undefined => {
  const price = known(model);
  if (!price) return undefined;
  const { promptTokens, completionTokens = 0 } = usage;
  const rates = price.beyond && promptTokens > price.beyond.tokens ? price.beyond : price;
  const prompt = isAnthropic(price) ? anthropicPrompt(rates, usage) : openaiPrompt(rates, usage);
  return (prompt + completionTokens * rates.completion) / 1_000_000;
};

const openaiPrompt = (
  { prompt, cached = prompt }: Rates,
  { promptTokens, cacheReadTokens = 0 }: Consumption,
): number => {
  const read = Math.min(cacheReadTokens, promptTokens);
  return (promptTokens - read) * prompt + read * cached;
};

/** A provider's counts are not trusted to add up: no part is more than what is left of the prompt. */
const anthropicPrompt = (
  { prompt }: Rates,
  { promptTokens, cacheReadTokens = 0, cacheWriteTokens = 0, hourCacheWriteTokens = 0 }: Consumption,
): number => {
  const read = Math.min(cacheReadTokens, promptTokens);
  const written = Math.min(cacheWriteTokens, promptTokens - read);
  const forHour = Math.min(hourCacheWriteTokens, written);
  const { read: readShare, write, hourWrite } = ANTHROPIC_CACHE;
  const fresh = promptTokens - read - written;
  return (fresh + read * readShare + (written - forHour) * write + forHour * hourWrite) * prompt;
};
