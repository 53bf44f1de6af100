import { anthropicError, apiFailureOf, openAiError } from '../../shared/protocols/index.ts';
import type { ErrorShape } from '../middleware/error-response.ts';

type Asking = { path: string; headers: Record<string, string> };

/** Whose client asks: Anthropic's has paths of its own and says its version with every request. */
export const usesAnthropicProtocol = ({ path, headers }: Asking): boolean =>
  /^\/v1\/messages(\/|$)/.test(path) || headers['anthropic-version'] !== undefined;

/** Errors as the client's own API tells them; both official clients heed `x-should-retry`. */
export const protocolErrors: ErrorShape = (error, about) => {
  const failure = apiFailureOf(error);
  const { status, retryAfter, final } = failure;
  const headers = { ...(final && { 'x-should-retry': 'false' }), ...requestName(about) };
  const body = usesAnthropicProtocol(about) ? anthropicError(failure, about.requestId) : openAiError(failure);
  return { status, body, retryAfter, headers };
};

/** OpenAI's client reads `x-request-id`, which every answer has. */
const requestName = (about: Asking & { requestId: string }): Record<string, string> =>
  usesAnthropicProtocol(about) ? { 'request-id': about.requestId } : {};
