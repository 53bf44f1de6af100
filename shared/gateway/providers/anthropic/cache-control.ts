import type { Anthropic } from '@anthropic-ai/sdk';
import type { Cacheable } from '../../call/content-parts.ts';
import type { ModelCall } from '../../call/model-call.ts';

export type CacheControl = { cache_control?: Anthropic.CacheControlEphemeral };

export const controlOf = ({ cache }: Cacheable): CacheControl =>
  cache ? { cache_control: { type: 'ephemeral', ...(cache.ttl && { ttl: cache.ttl }) } } : {};

/** Blocks whose end is the end of a cached prefix. Thoughts cannot be marked, and never stand last. */
export const marked = <Block extends object>(blocks: Block[], cacheable: Cacheable): Block[] => {
  const last = blocks.at(-1);
  return cacheable.cache && last ? blocks.with(-1, { ...last, ...controlOf(cacheable) }) : blocks;
};

/** In characters: some 1,024 tokens, below which no model caches. */
const MIN_PREFIX_LENGTH = 4_000;

/**
 * The call of an agent with tools, marked where caching pays: such an agent sends all of its prompt again with each step,
 * and what was read from the cache costs a tenth. Whoever marks a prompt themselves keeps their marks.
 */
export const withMarks = <Call extends ModelCall>(call: Call): Call => {
  const { agent, messages, tools = [] } = call;
  if (agent === undefined || tools.length === 0 || lengthOf(call) < MIN_PREFIX_LENGTH) return call;
  if ([...messages, ...tools].some(({ cache }) => cache)) return call;
  const system = messages.findLastIndex(({ role }) => role === 'system');
  return {
    ...call,
    tools: tools.with(-1, { ...tools.at(-1)!, cache: {} }),
    messages: messages.map((message, index) =>
      index === system || index === messages.length - 1 ? { ...message, cache: {} } : message,
    ),
  };
};

const lengthOf = ({ messages, tools }: ModelCall): number =>
  JSON.stringify(tools).length +
  messages.reduce((sum, { content }) => sum + (typeof content === 'string' ? content.length : MIN_PREFIX_LENGTH), 0);
