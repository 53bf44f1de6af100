import { ModelError, type ModelErrorReason } from '../call/model-error.ts';
import { providerMessage } from './provider-message.ts';

/** By status; everything else from 500 on is `unavailable`, every other 4xx `refused`. */
const BY_STATUS: Record<number, ModelErrorReason> = {
  401: 'unauthorized',
  402: 'quota',
  403: 'unauthorized',
  404: 'unknown_model',
  408: 'timeout',
  409: 'unavailable',
  413: 'too_long',
  // The generation failed: text-generation-inference.
  424: 'unavailable',
  425: 'unavailable',
  429: 'rate_limited',
  // The tier is full: Groq.
  498: 'rate_limited',
  504: 'timeout',
};

/** Something about this one request was in the way: a conflict, or one that came too early. */
const OF_ONE_REQUEST = [409, 425];

export const reasonOfStatus = (status: number): ModelErrorReason =>
  BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'refused');

/** What a response says besides its status, `said` in words; a `reason` says more than that. */
type Details = {
  reason?: ModelErrorReason | undefined;
  code?: string | number | undefined;
  cause?: unknown;
  said?: string;
};

/** The outcome behind an error status. */
export const statusError = (
  status: number,
  headers: Headers | undefined,
  { reason = reasonOfStatus(status), code, cause, said }: Details,
): ModelError =>
  new ModelError(reason, {
    retryAfter: retryAfterOf(headers),
    code,
    cause,
    sparesUpstream: OF_ONE_REQUEST.includes(status),
    // What a server says of its own failure is not about the request, whatever words it uses.
    providerMessage: status >= 500 ? undefined : providerMessage(said),
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
