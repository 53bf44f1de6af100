import type { ApiFailure } from '../api-failure.ts';

/** Source: https://platform.claude.com/docs/en/api/errors */
const TYPES: Record<number, string> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
};

export const anthropicError = ({ status, message, details }: ApiFailure, requestId: string) => ({
  type: 'error',
  error: {
    type: TYPES[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error'),
    message,
    ...(details && { details }),
  },
  request_id: requestId,
});
