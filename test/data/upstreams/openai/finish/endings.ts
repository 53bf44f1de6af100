import type { CorpusEntry, Expected, Upstream } from '../../types.ts';
import { COUNTED, counted, piece, whole } from '../parts.ts';

type Ending = { upstream: Upstream; word: string; source: string; more?: object; expected: Expected };

const SAID = { text: 'It is Paris.', usage: COUNTED } as const;
const cutBy = (code: string, unhealthy: boolean): Expected => ({
  ...SAID,
  cause: code,
  error: { reason: 'cut', code, unhealthy },
});

/** Reasons to end, each with the same text. */
const endings: Ending[] = [
  {
    upstream: 'tgi',
    word: 'eos_token',
    source: 'spring-projects/spring-ai#4900',
    expected: { ...SAID, finish: 'stop', cause: 'eos_token' },
  },
  {
    upstream: 'tgi',
    word: 'stop_sequence',
    source: 'kserve/open-inference-protocol generate_rest.yaml',
    expected: { ...SAID, finish: 'stop', cause: 'stop_sequence' },
  },
  {
    upstream: 'together',
    word: 'eos',
    source: 'openai/openai-dotnet#267',
    expected: { ...SAID, finish: 'stop', cause: 'eos' },
  },
  {
    upstream: 'litellm',
    word: 'end_turn',
    source: 'BerriAI/litellm#12481',
    expected: { ...SAID, finish: 'stop', cause: 'end_turn' },
  },
  {
    upstream: 'any',
    word: 'STOP',
    source: 'servers over Gemini: the native word in capitals; su-kaka/gcli2api#406',
    expected: { ...SAID, finish: 'stop', cause: 'STOP' },
  },
  {
    upstream: 'any',
    word: 'a_word_of_2030',
    source: 'derived: a reason that nobody knows yet',
    expected: { ...SAID, finish: 'stop', cause: 'a_word_of_2030' },
  },
  {
    upstream: 'mistral',
    word: 'model_length',
    source: 'docs.rs mistral-openapi-client FinishReason',
    expected: { ...SAID, finish: 'length', cause: 'model_length' },
  },
  {
    upstream: 'any',
    word: 'max_tokens',
    source: 'BerriAI/litellm#12481 (Anthropic’s words under OpenAI’s name)',
    expected: { ...SAID, finish: 'length', cause: 'max_tokens' },
  },
  {
    upstream: 'any',
    word: 'MAX_TOKENS',
    source: 'cloud.google.com FinishReason, passed on by proxies',
    expected: { ...SAID, finish: 'length', cause: 'MAX_TOKENS' },
  },
  {
    upstream: 'z.ai',
    word: 'model_context_window_exceeded',
    source: 'anomalyco/opencode#18814',
    expected: { ...SAID, finish: 'length', cause: 'model_context_window_exceeded' },
  },
  {
    upstream: 'z.ai',
    word: 'sensitive',
    source: 'anomalyco/opencode#44092',
    expected: { ...SAID, finish: 'content_filter', cause: 'sensitive' },
  },
  {
    upstream: 'bedrock',
    word: 'guardrail_intervened',
    source: 'strandsagents.com StopReason',
    expected: { ...SAID, finish: 'content_filter', cause: 'guardrail_intervened' },
  },
  {
    upstream: 'bedrock',
    word: 'content_filtered',
    source: 'strandsagents.com StopReason',
    expected: { ...SAID, finish: 'content_filter', cause: 'content_filtered' },
  },
  {
    upstream: 'any',
    word: 'SAFETY',
    source: 'firebase.google.com FinishReason, passed on by proxies',
    expected: { ...SAID, finish: 'content_filter', cause: 'SAFETY' },
  },
  {
    upstream: 'any',
    word: 'RECITATION',
    source: 'firebase.google.com FinishReason, passed on by proxies',
    expected: { ...SAID, finish: 'content_filter', cause: 'RECITATION' },
  },
  {
    upstream: 'vllm',
    word: 'abort',
    source: 'sgl-project/sglang#1407 (stop reasons of the engine)',
    expected: cutBy('abort', false),
  },
  {
    upstream: 'openrouter',
    word: 'error',
    source: 'gethouston/houston#1211; docs.rs mistral-openapi-client FinishReason',
    expected: cutBy('error', true),
  },
  {
    upstream: 'z.ai',
    word: 'network_error',
    source: 'gethouston/houston#1211',
    expected: cutBy('network_error', true),
  },
  {
    upstream: 'deepseek',
    word: 'insufficient_system_resource',
    source: 'api-docs.deepseek.com/api/create-chat-completion',
    expected: cutBy('insufficient_system_resource', true),
  },
];

export const endingWords: CorpusEntry[] = endings.flatMap(
  ({ upstream, word, source, more = {}, expected }): CorpusEntry[] => [
    {
      id: `${upstream}-finish-${word}-plain`,
      upstream,
      shape: `finish_reason ${word}`,
      surface: 'openai',
      streamed: false,
      source,
      body: whole({ content: 'It is Paris.' }, word, more),
      expected,
    },
    {
      id: `${upstream}-finish-${word}-stream`,
      upstream,
      shape: `finish_reason ${word} after the words were streamed`,
      surface: 'openai',
      streamed: true,
      source,
      events: [
        piece({ role: 'assistant', content: 'It is ' }),
        piece({ content: 'Paris.' }),
        piece({}, word),
        counted(),
      ],
      expected,
    },
  ],
);
