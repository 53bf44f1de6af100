import type { CorpusEntry, ExpectedError, Upstream } from '../../types.ts';
import { chunk, piece } from '../parts.ts';

type Within = {
  id: string;
  upstream: Upstream;
  shape: string;
  source: string;
  body: object | string;
  error: ExpectedError;
};

const words = [piece({ role: 'assistant', content: 'It is ' }), piece({ content: 'Par' })];

type Broken = Omit<Within, 'body'> & { events: (object | string)[]; text?: string; noDone?: boolean };

/** Errors within a stream: what was said before stays. */
const broken: Broken[] = [
  {
    id: 'openai-stream-error-first',
    upstream: 'openai',
    shape: 'an error as the first event',
    source: 'api.onlyoffice.com AiOpenAIStreamError; vercel/ai#2720',
    events: [{ error: { message: 'The server had an error.', type: 'server_error', param: null, code: null } }],
    error: { reason: 'unavailable', unhealthy: true },
    noDone: true,
  },
  {
    id: 'openai-stream-error-later',
    upstream: 'openai',
    shape: 'an error after words',
    source: 'api.onlyoffice.com AiOpenAIStreamError',
    events: [...words, { error: { message: 'The server had an error.', type: 'server_error', code: 'server_error' } }],
    text: 'It is Par',
    error: { reason: 'unavailable', code: 'server_error', unhealthy: true },
    noDone: true,
  },
  {
    id: 'vllm-stream-error-done',
    upstream: 'vllm',
    shape: 'an error after words, then [DONE]',
    source: 'llm-d/llm-d-inference-sim#596; vllm-project/vllm#42362',
    events: [
      ...words,
      { error: { message: 'EngineCore encountered an issue.', type: 'InternalServerError', param: null, code: 500 } },
    ],
    text: 'It is Par',
    error: { reason: 'unavailable', code: 500, message: 'EngineCore', unhealthy: true },
  },
  {
    id: 'vllm-stream-error-flat',
    upstream: 'vllm',
    shape: 'object error at the top of an event',
    source: 'sgl-project/sglang#12081',
    events: [
      { object: 'error', message: 'Input is longer than the context length', type: 'BadRequestError', code: 400 },
    ],
    error: { reason: 'too_long', unhealthy: false },
  },
  {
    id: 'openrouter-stream-error',
    upstream: 'openrouter',
    shape: 'a chunk with error beside a choice with finish error',
    source: 'openrouter.ai/docs/api-reference/streaming#handling-errors-during-streaming',
    events: [
      ...words,
      chunk({
        provider: 'P',
        error: { code: 'server_error', message: 'Provider disconnected unexpectedly' },
        choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
      }),
    ],
    text: 'It is Par',
    error: { reason: 'unavailable', code: 'server_error', message: 'Provider disconnected', unhealthy: true },
    noDone: true,
  },
  {
    id: 'tgi-stream-error',
    upstream: 'tgi',
    shape: 'error a text, error_type beside it',
    source: 'huggingface/huggingface_hub#2558',
    events: [...words, { error: 'Request failed during generation', error_type: 'generation' }],
    text: 'It is Par',
    error: { reason: 'unavailable', code: 'generation', unhealthy: true },
    noDone: true,
  },
  {
    id: 'groq-stream-tool-failed',
    upstream: 'groq',
    shape: 'a call that could not be read, with status_code',
    source: 'tensorzero/tensorzero#1893',
    events: [
      piece({ role: 'assistant', content: null }),
      {
        error: {
          message: 'Failed to call a function.',
          type: 'invalid_request_error',
          code: 'tool_use_failed',
          failed_generation: '{"name": "x"',
          status_code: 400,
        },
      },
    ],
    error: { reason: 'malformed', code: 'tool_use_failed', unhealthy: false },
  },
  {
    id: 'litellm-stream-error-text',
    upstream: 'litellm',
    shape: 'code as text 429 within a stream',
    source: 'docs.litellm.ai/docs/proxy/error_reference',
    events: [
      ...words,
      {
        error: {
          message: 'litellm.RateLimitError: OpenAIException - rate limit',
          type: 'throttling_error',
          param: null,
          code: '429',
        },
      },
    ],
    text: 'It is Par',
    error: { reason: 'rate_limited', code: '429', unhealthy: true },
    noDone: true,
  },
  {
    id: 'azure-stream-filter-error',
    upstream: 'azure',
    shape: 'the filter ends the stream by an error event',
    source: 'learn.microsoft.com content-streaming',
    events: [
      ...words,
      {
        error: {
          message: 'The response was filtered.',
          type: null,
          param: 'prompt',
          code: 'content_filter',
          status: 400,
        },
      },
    ],
    text: 'It is Par',
    error: { reason: 'refused', code: 'content_filter', unhealthy: false },
    noDone: true,
  },
  {
    id: 'any-stream-cut-json',
    upstream: 'any',
    shape: 'the last event is half of its JSON',
    source: 'earendil-works/pi#5793 (early EOF)',
    events: [...words, '{"choices":[{"index":0,"delta":{"cont'],
    text: 'It is Par',
    error: { reason: 'cut', unhealthy: true },
    noDone: true,
  },
];

export const errorsInStreams: CorpusEntry[] = broken.map(
  ({ id, upstream, shape, source, events, text, error, noDone }) => ({
    id,
    upstream,
    shape,
    surface: 'openai',
    streamed: true,
    source,
    events,
    ...(noDone && { framing: { noDone } }),
    expected: { ...(text !== undefined && { text }), error },
  }),
);

const ERROR = {
  code: 400,
  message: 'the request exceeds the available context size',
  type: 'exceed_context_size_error',
};

/** The field `error` in place of `data`, which readers of events skip. */
export const errorField: CorpusEntry = {
  id: 'llama-cpp-stream-error-field',
  upstream: 'llama.cpp',
  shape: 'an event whose only field is error, in place of data',
  surface: 'openai',
  streamed: true,
  source: 'ggml-org/llama.cpp server before 2025 (error events); oobabooga/textgen#7257',
  headers: { 'content-type': 'text/event-stream' },
  body: `${words.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')}error: ${JSON.stringify(ERROR)}\n\n`,
  expected: {
    text: 'It is Par',
    error: { reason: 'too_long', code: 'exceed_context_size_error', message: 'context size', unhealthy: false },
  },
};
