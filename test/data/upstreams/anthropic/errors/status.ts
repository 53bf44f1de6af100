import type { CorpusEntry, ExpectedError, Upstream } from '../../types.ts';
import { error } from './error.ts';

type Refusal = {
  id: string;
  upstream?: Upstream;
  shape: string;
  source?: string;
  status: number;
  headers?: Record<string, string>;
  body: object | string;
  error: ExpectedError;
};

const DOCS = 'platform.claude.com/docs/en/api/errors';

const refusals: Refusal[] = [
  {
    id: '400',
    shape: 'a field that is wrong',
    status: 400,
    body: error('invalid_request_error', 'temperature: Extra inputs are not permitted'),
    error: { reason: 'refused', code: 'invalid_request_error', message: 'temperature', unhealthy: false },
  },
  {
    id: '400-too-long',
    shape: 'the prompt is too long',
    source: 'coder/aibridge#56',
    status: 400,
    body: error('invalid_request_error', 'prompt is too long: 205351 tokens > 200000 maximum'),
    error: { reason: 'too_long', code: 'invalid_request_error', message: 'prompt is too long', unhealthy: false },
  },
  {
    id: '400-credit',
    shape: 'no credit left',
    status: 400,
    body: error('invalid_request_error', 'Your credit balance is too low to access the API.'),
    error: { reason: 'quota', code: 'invalid_request_error', unhealthy: false },
  },
  {
    id: '400-own-limit',
    shape: 'a spend limit that the organization set',
    status: 400,
    body: error('invalid_request_error', 'You have reached your specified API usage limits.'),
    error: { reason: 'quota', code: 'invalid_request_error', unhealthy: false },
  },
  {
    id: '400-sampling',
    shape: 'version 2026-10-21 takes no temperature',
    source: 'platform.claude.com/docs/en/api/migration-2026-10-21',
    status: 400,
    body: error('invalid_request_error', '`temperature` is not supported in this API version'),
    error: { reason: 'refused', code: 'invalid_request_error', message: 'temperature', unhealthy: false },
  },
  {
    id: '400-thread',
    shape: 'a request that cannot be threaded, with details',
    source: '@anthropic-ai/sdk 1.14.0 lib/internal/threads/ThreadState',
    status: 400,
    body: error('invalid_request_error', 'This request cannot use a thread.', {
      error_code: 'thread_unsupported_request',
      unsupported: ['thread'],
    }),
    error: { reason: 'refused', code: 'thread_unsupported_request', unhealthy: false },
  },
  {
    id: '401',
    shape: 'a wrong key',
    status: 401,
    body: error('authentication_error', 'invalid x-api-key'),
    error: { reason: 'unauthorized', code: 'authentication_error', unhealthy: false },
  },
  {
    id: '402',
    shape: 'billing',
    status: 402,
    body: error('billing_error', 'Your payment method was declined.'),
    error: { reason: 'quota', code: 'billing_error', unhealthy: false },
  },
  {
    id: '403',
    shape: 'no permission',
    status: 403,
    body: error('permission_error', 'Your API key does not have permission to use the specified resource.'),
    error: { reason: 'unauthorized', code: 'permission_error', unhealthy: false },
  },
  {
    id: '404',
    shape: 'no such model',
    status: 404,
    body: error('not_found_error', 'model: claude-none'),
    error: { reason: 'unknown_model', code: 'not_found_error', unhealthy: false },
  },
  {
    id: '409',
    shape: 'a conflict',
    status: 409,
    body: error('conflict_error', 'The resource was modified concurrently.'),
    error: { reason: 'unavailable', code: 'conflict_error', unhealthy: false },
  },
  {
    id: '413',
    shape: 'too many bytes',
    status: 413,
    body: error('request_too_large', 'Request exceeds the maximum size'),
    error: { reason: 'too_long', code: 'request_too_large', unhealthy: false },
  },
  {
    id: '413-proxy',
    shape: 'the same told by the edge, as a page',
    source: 'platform.claude.com/docs/en/api/errors#request-size-limits',
    status: 413,
    headers: { 'content-type': 'text/html' },
    body: '<html><h1>413 Request Entity Too Large</h1></html>',
    error: { reason: 'too_long', unhealthy: false },
  },
  {
    id: '429',
    shape: 'too much at once',
    status: 429,
    headers: { 'retry-after': '7' },
    body: error('rate_limit_error', 'This request would exceed your rate limit.'),
    error: { reason: 'rate_limited', code: 'rate_limit_error', retryAfter: 7, unhealthy: true },
  },
  {
    id: '429-spend',
    shape: 'the month’s spend limit, which waiting does not lift',
    source: 'learn.microsoft.com dev-proxy anthropic-529-overloaded-error',
    status: 429,
    body: error('rate_limit_error', 'Monthly limit reached.', { error_code: 'enforced_spend_limit_reached' }),
    error: { reason: 'quota', code: 'enforced_spend_limit_reached', unhealthy: false },
  },
  {
    id: '500',
    shape: 'the server failed',
    status: 500,
    body: error('api_error', 'Internal server error'),
    error: { reason: 'unavailable', code: 'api_error', unhealthy: true },
  },
  {
    id: '504',
    shape: 'it took too long',
    status: 504,
    body: error('timeout_error', 'Request timed out'),
    error: { reason: 'timeout', code: 'timeout_error', unhealthy: true },
  },
  {
    id: '529',
    shape: 'overloaded',
    status: 529,
    headers: { 'x-should-retry': 'true' },
    body: error('overloaded_error', 'Overloaded'),
    error: { reason: 'unavailable', code: 'overloaded_error', unhealthy: true },
  },
  {
    id: '400-openai-shape',
    upstream: 'litellm',
    shape: 'the other API’s error',
    source: 'BerriAI/litellm#9171',
    status: 400,
    body: { error: { message: 'litellm.BadRequestError: bad', type: 'None', param: null, code: '400' } },
    error: { reason: 'refused', code: '400', message: 'BadRequestError', unhealthy: false },
  },
  {
    id: '404-text',
    upstream: 'ollama',
    shape: 'an error with a type and a text',
    source: 'docs.ollama.com/api/anthropic-compatibility',
    status: 404,
    body: { type: 'error', error: { type: 'not_found_error', message: "model 'x' not found" } },
    error: { reason: 'unknown_model', code: 'not_found_error', unhealthy: false },
  },
];

/** Answers with an error's status. */
export const statusErrors: CorpusEntry[] = refusals.map(
  ({ id, upstream = 'anthropic', shape, source = DOCS, status, headers, body, error: expected }) => ({
    id: `${upstream}-status-${id}`,
    upstream,
    shape,
    surface: 'anthropic',
    streamed: true,
    source,
    status,
    ...(headers && { headers }),
    body,
    expected: { error: expected },
  }),
);
