import { ModelError, type ModelErrorReason } from '../call/model-error.ts';

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

/** The reason a code alone gives, as in an error event within a stream. */
export const reasonOfCode = (code: unknown): ModelErrorReason | undefined => BY_CODE[String(code)];

/** The outcome behind an error status; `code` is the `error.code` of the body. */
export const statusError = (status: number, headers: Headers | undefined, code: unknown, cause?: unknown): ModelError =>
  new ModelError(reasonOfCode(code) ?? BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'refused'), {
    retryAfter: retryAfterOf(headers),
    cause,
  });

/** Seconds to wait: OpenAI's own header in milliseconds, else the usual one in seconds or as a date. */
const retryAfterOf = (headers: Headers | undefined): number | undefined => {
  const precise = headers?.get('retry-after-ms');
  const usual = headers?.get('retry-after');
  const seconds = precise ? Number(precise) / 1_000 : usual ? secondsOf(usual) : Number.NaN;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
};

const secondsOf = (text: string): number =>
  /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1_000;
