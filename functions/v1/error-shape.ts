import { anthropicError, apiFailureOf, openAiError } from '../../shared/protocols/index.ts';
import type { ErrorShape } from '../middleware/error-response.ts';

type Asking = { path: string; headers: Record<string, string> };

/** Anthropic's clients use their own paths, and send a version header with every request. */
export const usesAnthropicProtocol = ({ path, headers }: Asking): boolean =>
  /^\/v1\/messages(\/|$)/.test(path) || headers['anthropic-version'] !== undefined;

/** Errors in the shape of the client's own API. Both official clients obey `x-should-retry`. */
export const protocolErrors: ErrorShape = (error, about) => {
  const failure = apiFailureOf(error);
  const { status, retryAfter, final } = failure;
  const headers = { ...(final && { 'x-should-retry': 'false' }), ...requestName(about) };
  const body = usesAnthropicProtocol(about) ? anthropicError(failure, about.requestId) : openAiError(failure);
  return { status, body, retryAfter, headers };
};

/** For Anthropic's client. OpenAI's reads `x-request-id`, which every response has. */
const requestName = (about: Asking & { requestId: string }): Record<string, string> =>
  usesAnthropicProtocol(about) ? { 'request-id': about.requestId } : {};
