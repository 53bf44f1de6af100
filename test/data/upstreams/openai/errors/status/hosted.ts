import type { CorpusEntry } from '../../../types.ts';
import { refused } from './refusal.ts';

const html = { 'content-type': 'text/html' };

export const hostedRefusals: CorpusEntry[] = refused([
  {
    id: 'openai-401',
    upstream: 'openai',
    shape: 'a wrong key',
    source: 'developers.openai.com/api/docs/guides/error-codes',
    status: 401,
    body: {
      error: {
        message: 'Incorrect API key provided: sk-x.',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_api_key',
      },
    },
    error: { reason: 'unauthorized', code: 'invalid_api_key', unhealthy: false },
  },
  {
    id: 'openai-429-rate',
    upstream: 'openai',
    shape: 'too many requests, with the wait in milliseconds and in seconds',
    source: 'developers.openai.com/api/docs/guides/error-codes',
    status: 429,
    headers: { 'retry-after': '2', 'retry-after-ms': '1200' },
    body: {
      error: {
        message: 'Rate limit reached for requests.',
        type: 'requests',
        param: null,
        code: 'rate_limit_exceeded',
      },
    },
    error: { reason: 'rate_limited', code: 'rate_limit_exceeded', retryAfter: 2, unhealthy: true },
  },
  {
    id: 'openai-429-quota',
    upstream: 'openai',
    shape: 'the account is empty, under the same status',
    source: 'developers.openai.com/api/docs/guides/error-codes',
    status: 429,
    body: {
      error: {
        message: 'You exceeded your current quota.',
        type: 'insufficient_quota',
        param: null,
        code: 'insufficient_quota',
      },
    },
    error: { reason: 'quota', code: 'insufficient_quota', unhealthy: false },
  },
  {
    id: 'openai-400-context',
    upstream: 'openai',
    shape: 'the prompt is too long',
    source: 'portkey.ai/error-library/context-length-error-10012',
    status: 400,
    body: {
      error: {
        message: "This model's maximum context length is 16385 tokens.",
        type: 'invalid_request_error',
        param: 'messages',
        code: 'context_length_exceeded',
      },
    },
    error: { reason: 'too_long', code: 'context_length_exceeded', message: 'maximum context length', unhealthy: false },
  },
  {
    id: 'openai-400-parameter',
    upstream: 'openai',
    shape: 'a parameter that the model does not take',
    source: 'dev.to/aihubmix GPT-6.1 migration (temperature)',
    status: 400,
    body: {
      error: {
        message: "Unsupported value: 'temperature' does not support 0.2 with this model.",
        type: 'invalid_request_error',
        param: 'temperature',
        code: 'unsupported_value',
      },
    },
    error: { reason: 'refused', code: 'unsupported_value', message: "'temperature'", unhealthy: false },
  },
  {
    id: 'openai-404-model',
    upstream: 'openai',
    shape: 'no such model',
    source: 'developers.openai.com/api/docs/guides/error-codes',
    status: 404,
    body: {
      error: {
        message: 'The model `x` does not exist.',
        type: 'invalid_request_error',
        param: null,
        code: 'model_not_found',
      },
    },
    error: { reason: 'unknown_model', code: 'model_not_found', unhealthy: false },
  },
  {
    id: 'openai-500',
    upstream: 'openai',
    shape: 'the server failed',
    source: 'developers.openai.com/api/docs/guides/error-codes',
    status: 500,
    body: {
      error: {
        message: 'The server had an error while processing your request.',
        type: 'server_error',
        param: null,
        code: null,
      },
    },
    error: { reason: 'unavailable', unhealthy: true },
  },
  {
    id: 'openai-503-html',
    upstream: 'openai',
    shape: 'a proxy’s page in place of JSON',
    source: 'langchain-ai/langchain#25016 (a 502 of the edge)',
    status: 503,
    headers: html,
    body: '<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>',
    error: { reason: 'unavailable', unhealthy: true },
  },
  {
    id: 'openai-503-empty',
    upstream: 'any',
    shape: 'no body at all',
    source: 'docs.aiohub.org status codes',
    status: 503,
    body: '',
    error: { reason: 'unavailable', unhealthy: true },
  },
  {
    id: 'azure-400-filter',
    upstream: 'azure',
    shape: 'the prompt was filtered, the reason in innererror',
    source: 'learn.microsoft.com/answers/5896505; api-evangelist/microsoft-azure innerErrorCode',
    status: 400,
    body: {
      error: {
        message: 'The response was filtered due to the prompt triggering the content management policy.',
        type: null,
        param: 'prompt',
        code: 'content_filter',
        status: 400,
        innererror: {
          code: 'ResponsibleAIPolicyViolation',
          content_filter_result: { jailbreak: { filtered: true, detected: true } },
        },
      },
    },
    error: { reason: 'refused', code: 'content_filter', message: 'filtered', unhealthy: false },
  },
  {
    id: 'azure-404-deployment',
    upstream: 'azure',
    shape: 'no such deployment, code in capitals',
    source: 'developersdigest.tech/errors/api/azure-openai',
    status: 404,
    body: { error: { code: 'DeploymentNotFound', message: 'The API deployment for this resource does not exist.' } },
    error: { reason: 'unknown_model', code: 'DeploymentNotFound', unhealthy: false },
  },
  {
    id: 'azure-429-text-code',
    upstream: 'azure',
    shape: 'the code is the status as text',
    source: 'developersdigest.tech/errors/api/azure-openai',
    status: 429,
    headers: { 'retry-after': '24' },
    body: {
      error: {
        code: '429',
        message: 'Requests to the operation have exceeded the rate limit. Please retry after 24 seconds.',
      },
    },
    error: { reason: 'rate_limited', code: '429', retryAfter: 24, unhealthy: true },
  },
  {
    id: 'azure-401-flat',
    upstream: 'azure',
    shape: 'statusCode and message at the top, no error',
    source: 'learn.microsoft.com API Management (401 of the front door)',
    status: 401,
    body: { statusCode: 401, message: 'Unauthorized. Access token is missing, invalid, or expired.' },
    error: { reason: 'unauthorized', message: 'Unauthorized', unhealthy: false },
  },
]);
