import { Forbidden, PayloadTooLarge, Unprocessable } from '../../core/errors.ts';
import { type Amount, admitsModel, dollars, type Tier } from '../../limits/index.ts';
import type { ModelCall } from '../call/model-call.ts';
import { type Consumption, maxAnswerTokens, priceOf } from '../tokens/prices.ts';
import { promptTokens } from '../tokens/prompt-tokens.ts';

/** Providers count tokens a little differently than we do. */
const MARGIN = 1.1;
/**
 * Anthropic's tokens are smaller, and its tokenizer is not public: models before Claude Opus 4.7 count up to a fifth more
 * tokens than we do, later ones some 30 % more again.
 * Source: https://platform.claude.com/docs/en/models/haiku-5-5/overview
 */
const CLAUDE_MARGIN = 1.6;
const MARGIN_TOKENS = 32;

const marginOf = (models: string[]): number =>
  models.some((model) => model.startsWith('claude-')) ? CLAUDE_MARGIN : MARGIN;

export type Estimate = {
  amount: Amount;
  /** The price of the prompt alone, as we count it. */
  prompt: Amount;
  /**
   * The longest answer that is reserved for: what the call names, within the tier. Where it has a price, the provider is told
   * not to exceed it.
   */
  answerTokens: number;
};

/**
 * The most a call can cost, whichever of the models answers it. A model without a known price, where the tier allows one,
 * costs tokens and a request, but no money.
 */
export const estimateOf = (call: ModelCall, models: string[], tier: Tier): Estimate => {
  const counted = promptTokens(call);
  const promptSize = Math.ceil(counted * marginOf(models)) + MARGIN_TOKENS;
  const maxTokens = Math.min(tier.answer.maxTokens, ...models.flatMap((model) => maxAnswerTokens(model) ?? []));
  const answerTokens = Math.min(
    call.maxTokens ?? Math.min(tier.answer.defaultTokens, maxTokens),
    tier.answer.maxTokens,
  );
  return {
    amount: {
      money: maxPrice(models, {
        promptTokens: promptSize,
        completionTokens: answerTokens,
        ...writesOf(call, promptSize),
      }),
      tokens: promptSize + answerTokens,
      requests: 1,
    },
    prompt: { money: maxPrice(models, { promptTokens: counted }), tokens: counted, requests: 1 },
    answerTokens,
  };
};

/** Of texts to be embedded. A token is seldom less than three bytes; counting exactly would take longer than it is worth. */
export const estimateOfTexts = (texts: string[], model: string): Amount => {
  const tokens = texts.reduce((sum, text) => sum + Math.ceil(Buffer.byteLength(text) / 3), 0);
  return { money: maxPrice([model], { promptTokens: tokens }), tokens, requests: 1 };
};

const maxPrice = (models: string[], consumption: Consumption): number =>
  Math.max(...models.map((model) => moneyOf(model, consumption) ?? 0));

/**
 * What may be written to a cache, which costs more than reading the prompt: all of it, where the caller has marked a part of
 * it; an agent with tools has its prompt marked on the way.
 */
const writesOf = (call: ModelCall, promptSize: number): Partial<Consumption> => {
  const { messages, tools = [], agent } = call;
  const parts = messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content));
  const marks = [...messages, ...parts, ...tools].flatMap(({ cache }) => cache ?? []);
  if (marks.length === 0 && (agent === undefined || tools.length === 0)) return {};
  const forHour = marks.some(({ ttl }) => ttl === '1h');
  return { cacheWriteTokens: promptSize, ...(forHour && { hourCacheWriteTokens: promptSize }) };
};

/** Billionths of a US dollar; `undefined` for a model without a known price. */
export const moneyOf = (model: string, consumption: Consumption): number | undefined => {
  const price = priceOf(model, consumption);
  return price === undefined ? undefined : dollars(price);
};

/** Refuses a call that is larger than its user's tier allows, before any work is done for it. */
export const checkSize = ({ messages, tools }: ModelCall, { prompt }: Tier): void => {
  if (messages.length > prompt.messages) {
    throw new Unprocessable(`A call has at most ${prompt.messages} messages; this one has ${messages.length}.`);
  }
  if (Buffer.byteLength(JSON.stringify([messages, tools])) > prompt.bytes) {
    throw new PayloadTooLarge(`The messages and tools of a call have at most ${prompt.bytes} bytes.`);
  }
};

const hasPrice = (model: string): boolean => moneyOf(model, { promptTokens: 0 }) !== undefined;

/** Of the models of a call those whose cost is known, or all where the tier does not ask. 403 if the first is not one of them. */
export const pricedModels = (models: string[], { unpricedModels = false }: Tier): string[] => {
  const isAllowed = (model: string): boolean => unpricedModels || hasPrice(model);
  const [requested = ''] = models;
  if (!isAllowed(requested))
    throw new Forbidden(
      `The price of the model "${requested}" is not known, and your tier has only models with a price.`,
    );
  return models.filter(isAllowed);
};

/** The models of a call that its user may use. `own`: the deployment's model, which everybody may use. */
export const allowedModels = (models: string[], tier: Tier, own: () => string): string[] => {
  const isAllowed = (model: string): boolean => admitsModel(tier, model) || own() === model;
  const [requested = ''] = models;
  if (!isAllowed(requested)) throw new Forbidden(`The model "${requested}" is not part of your tier.`);
  return models.filter(isAllowed);
};
