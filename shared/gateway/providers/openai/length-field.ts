import { LRUCache } from 'lru-cache';
import type { ModelCall } from '../../call/model-call.ts';
import { ModelError } from '../../call/model-error.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import type { Unlearn } from '../dialect.ts';

type Field = NonNullable<ModelCall['maxTokensField']>;
export type Target = { provider: Endpoint; model: string };

/** What upstreams have said about their models. */
const learned = new LRUCache<string, Field>({ max: 500 });

/** What is learned of an upstream is learned of one model of it. */
export const keyOf = ({ provider, model }: Target): string => `${provider.baseUrl} ${model}`;

/** OpenAI's models that reason refuse `max_tokens`, wherever they run; most other servers know nothing else. */
const REASONING_MODEL = /(^|\/)(o\d|gpt-([5-9]|\d\d))/;

/** The name of the limit on an answer's length: what the upstream is known to take, the client's own, or the likelier one. */
export const lengthFieldFor = ({ maxTokensField }: Pick<ModelCall, 'maxTokensField'>, target: Target): Field => {
  const known = learned.get(keyOf(target)) ?? maxTokensField;
  if (known) return known;
  const isOpenAi = new URL(target.provider.baseUrl).hostname.endsWith('openai.com');
  return isOpenAi || REASONING_MODEL.test(target.model) ? 'max_completion_tokens' : 'max_tokens';
};

/**
 * A refused call may pass under the other name, if the upstream's complaint names this one. What is learned holds for
 * the calls after it. `call` is the one that was refused.
 */
export const learnLengthField = (error: unknown, call: ModelCall, target: Target): Unlearn | undefined => {
  if (call.maxTokens === undefined || !(error instanceof ModelError) || error.reason !== 'refused') return undefined;
  const said = error.cause instanceof Error ? error.cause.message : '';
  const used = lengthFieldFor(call, target);
  if (!new RegExp(`\\b${used}\\b`).test(said) || !IS_UNKNOWN.test(said)) return undefined;
  const before = learned.get(keyOf(target));
  learned.set(keyOf(target), used === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens');
  return () => (before === undefined ? learned.delete(keyOf(target)) : learned.set(keyOf(target), before));
};

/** A limit that is too high is refused as well, by its name. */
const IS_UNKNOWN =
  /unsupported|not supported|unrecogni[sz]ed|unknown|unexpected|not permitted|not allowed|extra (inputs|fields)|extra_forbidden|no such|instead/i;
