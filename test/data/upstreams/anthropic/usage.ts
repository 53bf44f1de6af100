import type { CorpusEntry, ExpectedUsage, Upstream } from '../types.ts';
import { block, COUNTED, end, message, start } from './parts.ts';

type Count = {
  id: string;
  upstream?: Upstream;
  shape: string;
  source: string;
  first?: object | null;
  last?: object | null;
  whole?: object | null;
  expected: ExpectedUsage;
};

const CACHE = {
  input_tokens: 20,
  cache_creation_input_tokens: 300,
  cache_read_input_tokens: 1000,
  cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 200 },
};
const cached: ExpectedUsage = { prompt: 1320, completion: 5, cacheRead: 1000, cacheWrite: 300 };
const DOCS = 'platform.claude.com/docs/en/build-with-claude/prompt-caching';

/** `first` in message_start, `last` in message_delta, `whole` in a message that comes at once. */
const counts: Count[] = [
  {
    id: 'cache-plain',
    shape: 'cache read and written, by lifetimes: neither is in input_tokens',
    source: DOCS,
    whole: { ...CACHE, output_tokens: 5, service_tier: 'standard', inference_geo: 'global' },
    expected: cached,
  },
  {
    id: 'cache-stream',
    shape: 'cache counts in message_start, the last event counts output alone',
    source: DOCS,
    first: { ...CACHE, output_tokens: 1 },
    last: { output_tokens: 5 },
    expected: cached,
  },
  {
    id: 'cumulative',
    shape: 'message_delta repeats all counts: the last value counts, none are added',
    source: 'cline/cline#4346; envoyproxy/ai-gateway#2239',
    first: { ...CACHE, output_tokens: 1 },
    last: { ...CACHE, output_tokens: 5 },
    expected: cached,
  },
  {
    id: 'grows',
    shape: 'input grows by what the server’s tools read',
    source: 'platform.claude.com streaming (web search: cumulative input)',
    first: { input_tokens: 20, output_tokens: 1 },
    last: { input_tokens: 900, output_tokens: 5, server_tool_use: { web_search_requests: 1 } },
    expected: { prompt: 900, completion: 5 },
  },
  {
    id: 'zeros-first',
    upstream: 'z.ai',
    shape: 'message_start counts 0, message_delta has all',
    source: 'zai-org/GLM-5#139; vercel/ai#17326',
    first: { input_tokens: 0, output_tokens: 0 },
    last: { input_tokens: 20, output_tokens: 5, cache_read_input_tokens: 0 },
    expected: { prompt: 20, completion: 5, cacheRead: 0 },
  },
  {
    id: 'nulls',
    shape: 'cache counts null',
    source: '@anthropic-ai/sdk 1.14.0 Usage',
    whole: {
      input_tokens: 20,
      output_tokens: 5,
      cache_creation: null,
      cache_creation_input_tokens: null,
      cache_read_input_tokens: null,
      inference_geo: null,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: null,
      speed: null,
    },
    expected: COUNTED,
  },
  {
    id: 'thinking',
    shape: 'thinking_tokens within output_tokens_details',
    source: '@anthropic-ai/sdk 1.14.0 OutputTokensDetails',
    whole: { input_tokens: 20, output_tokens: 300, output_tokens_details: { thinking_tokens: 280 } },
    expected: { prompt: 20, completion: 300, reasoning: 280 },
  },
  {
    id: 'all-cached',
    shape: 'input_tokens 0, everything read from the cache',
    source: DOCS,
    whole: { input_tokens: 0, output_tokens: 5, cache_read_input_tokens: 1000, cache_creation_input_tokens: 0 },
    expected: { prompt: 1000, completion: 5, cacheRead: 1000, cacheWrite: 0 },
  },
  {
    id: 'none-plain',
    upstream: 'any',
    shape: 'no usage',
    source: 'derived: the other API has it',
    whole: null,
    expected: null,
  },
  {
    id: 'none-stream',
    upstream: 'any',
    shape: 'usage null in message_start, none in message_delta',
    source: 'derived: from bridged streams',
    first: null,
    last: null,
    expected: null,
  },
  {
    id: 'zeros',
    upstream: 'any',
    shape: 'all counts 0: no prompt is empty, so nobody counted',
    source: 'zai-org/GLM-5#139',
    whole: { input_tokens: 0, output_tokens: 0 },
    expected: null,
  },
  {
    id: 'only-start',
    upstream: 'any',
    shape: 'counts in message_start alone',
    source: 'derived: from bridged streams',
    first: { input_tokens: 20, output_tokens: 1 },
    last: null,
    expected: null,
  },
  {
    id: 'iterations',
    shape: 'counts by iteration beside the sums',
    source: '@anthropic-ai/claude-code 2.1.332 result (iterations, speed)',
    whole: {
      input_tokens: 20,
      output_tokens: 5,
      iterations: [{ type: 'message', input_tokens: 20, output_tokens: 5 }],
      speed: 'standard',
    },
    expected: COUNTED,
  },
];

export const usage: CorpusEntry[] = counts.map(
  ({ id, upstream = 'anthropic', shape, source, first, last, whole, expected }): CorpusEntry => ({
    id: `${upstream}-usage-${id}${whole === undefined ? '' : '-whole'}`,
    upstream,
    shape,
    surface: 'anthropic',
    streamed: whole === undefined,
    source,
    ...(whole === undefined
      ? { events: [start(first), ...block(0, 'It is Paris.'), ...end('end_turn', last ?? null)] }
      : { body: message([{ type: 'text', text: 'It is Paris.' }], 'end_turn', { usage: whole }) }),
    expected: { text: 'It is Paris.', finish: 'stop', cause: 'end_turn', usage: expected },
  }),
);
