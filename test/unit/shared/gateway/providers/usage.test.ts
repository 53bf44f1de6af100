import { expect, test } from 'vitest';
import { UsageCounts } from '../../../../../shared/gateway/providers/anthropic/usage.ts';
import { usageIn } from '../../../../../shared/gateway/providers/openai/usage.ts';

const small = { prompt_tokens: 20, completion_tokens: 5 };
const counted = { promptTokens: 20, completionTokens: 5, estimated: false };

test.each([
  [
    'OpenAI’s cache and thoughts',
    { ...small, prompt_tokens_details: { cached_tokens: 16 }, completion_tokens_details: { reasoning_tokens: 3 } },
    { ...counted, cacheReadTokens: 16, reasoningTokens: 3 },
  ],
  [
    'OpenAI’s writing to a cache',
    { ...small, prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 16 } },
    { ...counted, cacheReadTokens: 0, cacheWriteTokens: 16 },
  ],
  ['vLLM’s details, null', { ...small, prompt_tokens_details: null }, counted],
  ['vLLM’s cached tokens, null', { ...small, prompt_tokens_details: { cached_tokens: null } }, counted],
  [
    'DeepSeek’s hits and misses',
    { ...small, prompt_cache_hit_tokens: 12, prompt_cache_miss_tokens: 8 },
    { ...counted, cacheReadTokens: 12 },
  ],
  [
    'LiteLLM’s, with Anthropic’s names',
    {
      ...small,
      prompt_tokens_details: { cached_tokens: 9 },
      cache_creation_input_tokens: 4,
      cache_read_input_tokens: 9,
    },
    { ...counted, cacheReadTokens: 9, cacheWriteTokens: 4 },
  ],
  [
    'a cache counted beside the prompt',
    {
      prompt_tokens: 8,
      completion_tokens: 5,
      prompt_tokens_details: { cached_tokens: 900 },
      cache_creation_input_tokens: 100,
    },
    { ...counted, promptTokens: 1_008, cacheReadTokens: 900, cacheWriteTokens: 100 },
  ],
  [
    'the names of the Responses API',
    {
      input_tokens: 20,
      output_tokens: 5,
      input_tokens_details: { cached_tokens: 16 },
      output_tokens_details: { reasoning_tokens: 2 },
    },
    { ...counted, cacheReadTokens: 16, reasoningTokens: 2 },
  ],
  ['counts as texts', { prompt_tokens: 20, completion_tokens: '5' }, counted],
  ['no count', {}, undefined],
  ['counts of 0, since no prompt is empty', { prompt_tokens: 0, completion_tokens: 0 }, undefined],
  ['null', null, undefined],
])('G8: usage in a chunk is read: %s', (_name, usage, expected) => {
  expect(usageIn({ usage })).toEqual(expected);
});

test('G8: usage in a chunk of Groq’s is read from its own field', () => {
  expect(usageIn({ x_groq: { id: 'req_1', usage: small } })).toEqual(counted);
});

const CACHE = {
  input_tokens: 20,
  cache_creation_input_tokens: 300,
  cache_read_input_tokens: 1_000,
  cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 200 },
};
const cached = {
  promptTokens: 1_320,
  cacheReadTokens: 1_000,
  cacheWriteTokens: 300,
  hourCacheWriteTokens: 200,
  completionTokens: 5,
  estimated: false,
};

test.each([
  ['the cache in the first event', { ...CACHE, output_tokens: 1 }, { output_tokens: 5 }, cached],
  ['all of it in both events', { ...CACHE, output_tokens: 1 }, { ...CACHE, output_tokens: 5 }, cached],
  [
    'an input that grows',
    { input_tokens: 20, output_tokens: 1 },
    { input_tokens: 900, output_tokens: 5 },
    { ...counted, promptTokens: 900 },
  ],
  ['0 at first', { input_tokens: 0, output_tokens: 0 }, { input_tokens: 20, output_tokens: 5 }, counted],
  [
    'nulls',
    { input_tokens: 20, output_tokens: 5, cache_creation: null, cache_read_input_tokens: null },
    { output_tokens: 5, output_tokens_details: null },
    counted,
  ],
  [
    'thoughts',
    { input_tokens: 20 },
    { output_tokens: 5, output_tokens_details: { thinking_tokens: 3 } },
    { ...counted, reasoningTokens: 3 },
  ],
  [
    'everything from the cache',
    { input_tokens: 0, cache_read_input_tokens: 20 },
    { output_tokens: 5 },
    { ...counted, cacheReadTokens: 20 },
  ],
  ['nothing', null, null, undefined],
  ['counts of 0', { input_tokens: 0 }, { output_tokens: 0 }, undefined],
  ['the first event alone', { input_tokens: 20, output_tokens: 1 }, null, undefined],
])('G8: usage of Anthropic’s messages is read: %s', (_name, first, last, expected) => {
  const counts = new UsageCounts();
  counts.add(first);
  counts.add(last);
  expect(counts.usage(last)).toEqual(expected);
});
