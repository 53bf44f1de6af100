import type { Usage } from '../../call/model-call.ts';
import { tokenCount } from '../token-count.ts';

type Fields = Record<string, unknown>;

/** The usage in a chunk, wherever its server puts it; `undefined` if nobody counted. */
export const usageIn = (chunk: unknown): Usage | undefined => {
  const { usage, x_groq } = fieldsOf(chunk);
  // Most chunks have neither, and there are hundreds.
  if (!usage && !x_groq) return undefined;
  return usageOf(fieldsOf(usage)) ?? usageOf(fieldsOf(fieldsOf(x_groq).usage));
};

/**
 * OpenAI's names first, then those its Responses API, DeepSeek and Anthropic have for the same. No prompt is empty: counts of
 * 0 mean that nobody counted.
 */
const usageOf = (usage: Fields): Usage | undefined => {
  const prompt = countIn(usage, 'prompt_tokens', 'input_tokens');
  const completion = countIn(usage, 'completion_tokens', 'output_tokens');
  if (!prompt || completion === undefined) return undefined;
  const read = fieldsOf(usage.prompt_tokens_details ?? usage.input_tokens_details);
  const written = fieldsOf(usage.completion_tokens_details ?? usage.output_tokens_details);
  const cacheRead =
    countIn(read, 'cached_tokens') ?? countIn(usage, 'prompt_cache_hit_tokens', 'cache_read_input_tokens');
  const cacheWrite =
    countIn(read, 'cache_write_tokens', 'cache_creation_tokens') ?? countIn(usage, 'cache_creation_input_tokens');
  const reasoning = countIn(written, 'reasoning_tokens') ?? countIn(usage, 'reasoning_tokens');
  const cached = (cacheRead ?? 0) + (cacheWrite ?? 0);
  return {
    // Some servers count what a cache held beside the prompt: a part cannot be more than the whole.
    promptTokens: cached > prompt ? prompt + cached : prompt,
    completionTokens: completion,
    ...(cacheRead !== undefined && { cacheReadTokens: cacheRead }),
    ...(cacheWrite !== undefined && { cacheWriteTokens: cacheWrite }),
    ...(reasoning !== undefined && { reasoningTokens: Math.min(reasoning, completion) }),
    estimated: false,
  };
};

const countIn = (fields: Fields, ...names: string[]): number | undefined => {
  for (const name of names) {
    const count = tokenCount(fields[name]);
    if (count !== undefined) return count;
  }
  return undefined;
};

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
