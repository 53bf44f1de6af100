import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { ArtelError, Unavailable } from '../core/errors.ts';
import { ModelError, type ModelErrorReason } from './model-error.ts';

/** By status; everything else from 500 on is `unavailable`, every other 4xx `refused`. */
const BY_STATUS: Record<number, ModelErrorReason> = {
  401: 'unauthorized',
  402: 'quota',
  403: 'unauthorized',
  404: 'unknown_model',
  408: 'timeout',
  409: 'unavailable',
  413: 'too_long',
  425: 'unavailable',
  429: 'rate_limited',
};

/** By `error.code`, where it says more than the status. Source: https://developers.openai.com/api/docs/guides/error-codes */
const BY_CODE: Record<string, ModelErrorReason> = {
  context_length_exceeded: 'too_long',
  string_above_max_length: 'too_long',
  insufficient_quota: 'quota',
  invalid_api_key: 'unauthorized',
  model_not_found: 'unknown_model',
  rate_limit_exceeded: 'rate_limited',
};

const reasonOf = ({ status, code }: APIError): ModelErrorReason => {
  const byCode = BY_CODE[String(code)];
  if (byCode) return byCode;
  // An error event inside a stream has no status; the request itself was accepted.
  if (status === undefined || status >= 500) return 'unavailable';
  return BY_STATUS[status] ?? 'refused';
};

const retryAfterOf = (error: APIError): number | undefined => {
  const text = error.headers?.get('retry-after');
  if (!text) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
};

function* causes(error: unknown): Generator<Error> {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) yield one;
}

/** undici's and the system's failures of a connection carry a code: `UND_ERR_SOCKET`, `ECONNRESET`, … */
const isTransport = (error: unknown): boolean =>
  [...causes(error)].some(
    (one) => 'code' in one && typeof one.code === 'string' && /^(UND_ERR_|E[A-Z]+$)/.test(one.code),
  );

/**
 * The outcome behind whatever the client library, the network or a parser threw. `begun`: part of the answer had come,
 * so a connection that ends is an answer cut short. A defect of our own is returned as it is.
 */
export const modelFailure = (error: unknown, begun: boolean): unknown => {
  for (const one of causes(error)) if (one instanceof ModelError) return one;
  if (error instanceof Unavailable) return new ModelError('unavailable', { cause: error });
  if (error instanceof ArtelError) return error;
  if (error instanceof APIConnectionTimeoutError) return new ModelError('timeout', { cause: error });
  if (error instanceof APIConnectionError || isTransport(error)) {
    return new ModelError(begun ? 'cut' : 'unavailable', { cause: error });
  }
  if (error instanceof APIError) {
    return new ModelError(reasonOf(error), { cause: error, retryAfter: retryAfterOf(error) });
  }
  if (error instanceof SyntaxError) return new ModelError('malformed', { cause: error });
  return error;
};
