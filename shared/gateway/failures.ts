import { APIError } from 'openai/error';
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

const reasonOf = (status: number, code: string): ModelErrorReason =>
  BY_CODE[code] ?? BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'refused');

const secondsOf = (retryAfter: string | null): number | undefined => {
  if (!retryAfter) return undefined;
  const date = () => (Date.parse(retryAfter) - Date.now()) / 1_000;
  const seconds = /^\d+(\.\d+)?$/.test(retryAfter) ? Number(retryAfter) : date();
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
};

const codeOf = (text: string): string => {
  try {
    return String(JSON.parse(text)?.error?.code);
  } catch {
    // A proxy's page, or nothing: the status says enough.
    return '';
  }
};

/** The outcome behind an answer with an error's status. */
export const refusal = (status: number, headers: Headers, text: string): ModelError =>
  new ModelError(reasonOf(status, codeOf(text)), {
    retryAfter: secondsOf(headers.get('retry-after')),
    cause: new Error(`The provider answered ${status}: ${text.slice(0, 500)}`),
  });

function* causes(error: unknown): Generator<Error> {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) yield one;
}

/** undici's and the system's failures carry a code (`UND_ERR_SOCKET`, `ECONNRESET`); what fetch itself refuses, a text. */
const isTransport = (error: unknown): boolean =>
  [...causes(error)].some(
    (one) =>
      one.message === 'fetch failed' ||
      ('code' in one && typeof one.code === 'string' && /^(UND_ERR_|E[A-Z]+$)/.test(one.code)),
  );

/**
 * The outcome behind whatever the network or a parser threw. `begun`: part of the answer had come,
 * so a connection that ends is an answer cut short. A defect of our own is returned as it is.
 */
export const modelFailure = (error: unknown, begun: boolean): unknown => {
  for (const one of causes(error)) if (one instanceof ModelError) return one;
  if (error instanceof Unavailable) return new ModelError('unavailable', { cause: error });
  if (error instanceof ArtelError) return error;
  if (isTransport(error)) return new ModelError(begun ? 'cut' : 'unavailable', { cause: error });
  // An error event inside a stream: the request was accepted, the provider failed over it.
  if (error instanceof APIError) return new ModelError(BY_CODE[String(error.code)] ?? 'unavailable', { cause: error });
  if (error instanceof SyntaxError) return new ModelError('malformed', { cause: error });
  return error;
};
