import { LRUCache } from 'lru-cache';
import { ModelError } from '../../call/model-error.ts';
import type { Reasoning } from '../../call/reasoning.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import type { Unlearn } from '../dialect.ts';
import { originOf } from '../origin.ts';
import { thoughtsFor } from '../thoughts-to-send.ts';

type Fields = Record<string, unknown>;
type Target = { provider: Endpoint; model: string };

/** Providers whose models think without showing it, and which refuse a message with fields they do not know. */
const REFUSING = /(^|\.)(openai\.com|openai\.azure\.com|mistral\.ai)$/;
/** Those that take the words under one name alone, and from models that think: Groq and Cerebras. */
const ONE_NAME = /(^|\.)(groq\.com|cerebras\.ai)$/;

/** Upstreams that have refused thoughts, by their model. */
const refused = new LRUCache<string, true>({ max: 500 });

/** What a model thought, in the fields in which it came. Only these: a client may have put anything beside them. */
export const thoughtFields = (reasoning: Reasoning | undefined, target: Target): Fields => {
  const { hostname } = new URL(target.provider.baseUrl);
  if (!reasoning || REFUSING.test(hostname) || refused.has(keyOf(target))) return {};
  if (ONE_NAME.test(hostname)) return underOneName(reasoning, target);
  const own = thoughtsFor(reasoning, 'openai', target);
  if (own.length > 0) return own.reduce(joined, {});
  // Words without any form came through an API that has no fields for it.
  return reasoning.native || reasoning.text === '' ? {} : { reasoning_content: reasoning.text };
};

/**
 * A refused call may pass without thoughts, if the upstream's complaint names a field of theirs. What is learned holds
 * for the calls after it. `error` is that of a call to which thoughts belonged.
 */
export const learnThoughts = (
  error: unknown,
  { messages }: { messages: readonly object[] },
  target: Target,
): Unlearn | undefined => {
  if (!(error instanceof ModelError) || error.reason !== 'refused' || refused.has(keyOf(target))) return undefined;
  if (!messages.some((message) => 'reasoning' in message)) return undefined;
  const said = error.cause instanceof Error ? error.cause.message : '';
  if (!NAMES_A_FIELD.test(said) || !IS_UNKNOWN.test(said)) return undefined;
  refused.set(keyOf(target), true);
  return () => refused.delete(keyOf(target));
};

const keyOf = ({ provider, model }: Target): string => originOf(provider, model);

const NAMES_A_FIELD = /\b(reasoning(_content|_details)?|thinking_blocks)\b/;
/** Not a complaint that thoughts are missing. */
const IS_UNKNOWN =
  /unsupported|not supported|unrecogni[sz]ed|unknown|unexpected|not permitted|not allowed|extra (inputs|fields)|extra_forbidden/i;

/** Only what this very model thought: any other one there may be one that does not think. */
const underOneName = ({ native = [] }: Reasoning, { provider, model }: Target): Fields => {
  const own = native.filter(({ kind, origin }) => kind === 'openai' && origin === originOf(provider, model));
  const words = own.flatMap(({ data }) => [data.reasoning ?? data.reasoning_content]);
  const text = words.filter((one) => typeof one === 'string').join('');
  return text === '' ? {} : { reasoning: text };
};

const joined = (before: Fields, more: Fields): Fields => {
  const fields = { ...before };
  for (const name of ['reasoning_content', 'reasoning']) {
    if (typeof more[name] === 'string') fields[name] = `${before[name] ?? ''}${more[name]}`;
  }
  for (const name of ['reasoning_details', 'thinking_blocks']) {
    const list = more[name];
    if (Array.isArray(list)) fields[name] = [...((before[name] as unknown[] | undefined) ?? []), ...list];
  }
  return fields;
};
