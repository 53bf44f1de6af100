import type { CorpusEntry, ExpectedError, Upstream } from '../../types.ts';
import { chunk } from '../parts.ts';

type Within = {
  id: string;
  upstream: Upstream;
  shape: string;
  source: string;
  body: object | string;
  error: ExpectedError;
};

/** Status 200 and an error in place of the answer. */
const instead: Within[] = [
  {
    id: 'openrouter-200-error',
    upstream: 'openrouter',
    shape: 'error in place of choices, the code a status',
    source: 'openrouter.ai/docs/errors; xyOz-dev/Saturn#43',
    body: {
      error: {
        message: 'Provider returned error',
        code: 502,
        metadata: { raw: 'upstream connect error', provider_name: 'P' },
      },
      user_id: 'u',
    },
    error: { reason: 'unavailable', code: 502, message: 'upstream connect error', unhealthy: true },
  },
  {
    id: 'openrouter-200-choice-error',
    upstream: 'openrouter',
    shape: 'error within the first choice, finish error',
    source: 'nodetool-ai/nodetool#5755',
    body: chunk({
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          finish_reason: 'error',
          error: { code: 429, message: 'Rate limited upstream' },
          message: { role: 'assistant', content: '' },
        },
      ],
    }),
    error: { reason: 'rate_limited', code: 429, unhealthy: true },
  },
  {
    id: 'openrouter-200-no-endpoint',
    upstream: 'openrouter',
    shape: 'no provider takes this request: the caller’s fault under 404',
    source: 'nodetool-ai/nodetool#5755',
    body: { error: { message: 'No endpoints found that support image input', code: 404 } },
    error: { reason: 'refused', code: 404, message: 'No endpoints found', unhealthy: false },
  },
  {
    id: 'vllm-200-choices-null-error',
    upstream: 'vllm',
    shape: 'choices null beside an error',
    source: 'openai/openai-agents-python#2850; langchain-ai/langchain#35236',
    body: {
      id: null,
      object: 'error',
      choices: null,
      error: { message: 'The model is overloaded', type: 'server_error', code: 503 },
    },
    error: { reason: 'unavailable', code: 503, unhealthy: true },
  },
  {
    id: 'sglang-200-error',
    upstream: 'sglang',
    shape: 'code 400 in the body, 200 on the line',
    source: 'sgl-project/sglang#12081',
    body: {
      object: 'error',
      message: 'The input (123 tokens) is longer than the model’s context length (100 tokens).',
      type: 'BadRequestError',
      param: null,
      code: 400,
    },
    error: { reason: 'too_long', message: 'context length', unhealthy: false },
  },
  {
    id: 'tgi-200-error-type',
    upstream: 'tgi',
    shape: 'error a text and error_type',
    source: 'huggingface/huggingface_hub#2558',
    body: { error: 'Model is overloaded', error_type: 'overloaded' },
    error: { reason: 'rate_limited', code: 'overloaded', unhealthy: true },
  },
  {
    id: 'any-200-error-null',
    upstream: 'any',
    shape: 'error null beside a good answer is none',
    source: 'RESMP-DEV/ccr-rust#25',
    body: chunk({
      object: 'chat.completion',
      error: null,
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'It is Paris.' } }],
    }),
    error: { reason: 'malformed', unhealthy: false },
  },
  {
    id: 'z-ai-200-flat',
    upstream: 'z.ai',
    shape: 'code, msg and success false',
    source: 'docs.z.ai/api-reference/api-code (business codes under 200)',
    body: { code: 1211, msg: 'Model does not exist, please check the model code', success: false },
    error: { reason: 'unknown_model', code: 1211, message: 'Model does not exist', unhealthy: false },
  },
  {
    id: 'any-200-html',
    upstream: 'any',
    shape: 'a sign-in page',
    source: 'derived: a base URL behind a company’s sign-in',
    body: '<!doctype html><title>Sign in</title>',
    error: { reason: 'malformed', unhealthy: false },
  },
  {
    id: 'any-200-empty',
    upstream: 'any',
    shape: 'nothing',
    source: 'coder/aibridge#56 (200 with a blank body)',
    body: '',
    error: { reason: 'malformed', unhealthy: false },
  },
  {
    id: 'llama-cpp-200-error',
    upstream: 'llama.cpp',
    shape: 'an error whose status was lost',
    source: 'oobabooga/textgen#7257',
    body: {
      error: {
        code: 400,
        message: 'the request exceeds the available context size. try increasing the context size',
        type: 'exceed_context_size_error',
        n_prompt_tokens: 14_429,
        n_ctx: 8192,
      },
    },
    error: { reason: 'too_long', code: 'exceed_context_size_error', unhealthy: false },
  },
];

const NO_ERROR = 'any-200-error-null';

export const errorsWithin: CorpusEntry[] = instead.map(({ id, upstream, shape, source, body, error }) => ({
  id,
  upstream,
  shape,
  surface: 'openai',
  streamed: false,
  source,
  body,
  expected: id === NO_ERROR ? { text: 'It is Paris.', finish: 'stop', usage: null } : { error },
}));
