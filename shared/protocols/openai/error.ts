import type { ApiFailure } from '../api-failure.ts';

const TYPES: Record<number, string> = { 401: 'authentication_error', 403: 'permission_error', 429: 'rate_limit_error' };

/** Source: https://developers.openai.com/api/docs/guides/error-codes */
export const openAiError = ({ status, code, message, param }: ApiFailure) => ({
  error: {
    message,
    type: TYPES[status] ?? (status >= 500 ? 'server_error' : 'invalid_request_error'),
    param: param ?? null,
    code: status === 401 ? 'invalid_api_key' : code,
  },
});
