import { ArtelError, INTERNAL_ERROR } from '../core/errors.ts';
import { ModelError, type ModelErrorReason } from '../gateway/index.ts';
import { RunFailed } from './agents/run-failed.ts';
import { ThreadUnsupported } from './anthropic/thread.ts';
import { ClientGone } from './client-gone.ts';

/** A failure in terms every API has. `final`: a retry is of no use, whatever the status suggests. */
export type ApiFailure = {
  status: number;
  code: string;
  message: string;
  param?: string;
  retryAfter?: number;
  final?: boolean;
  /** For programs, where an API has a place for them. */
  details?: Record<string, unknown>;
};

/** Codes are OpenAI's where it has one. Source: https://developers.openai.com/api/docs/guides/error-codes */
const BY_REASON: Record<ModelErrorReason, { status: number; code: string }> = {
  timeout: { status: 503, code: 'model_timeout' },
  rate_limited: { status: 429, code: 'rate_limit_exceeded' },
  unavailable: { status: 503, code: 'model_unavailable' },
  malformed: { status: 503, code: 'model_malformed' },
  silent: { status: 503, code: 'model_silent' },
  cut: { status: 503, code: 'model_cut' },
  refused: { status: 400, code: 'model_refused' },
  unknown_model: { status: 404, code: 'model_not_found' },
  unauthorized: { status: 503, code: 'model_unauthorized' },
  own_key_refused: { status: 403, code: 'own_key_refused' },
  quota: { status: 429, code: 'insufficient_quota' },
  too_long: { status: 400, code: 'context_length_exceeded' },
};

/** By the `error_code` of an agent's run, unless a model's failure ended it. Any other is a failure of ours: 500. */
const BY_RUN: Record<string, number> = {
  agent_unavailable: 404,
  not_found: 404,
  run_cancelled: 409,
  conflict: 409,
  forbidden: 403,
  policy_refused: 403,
  policy_failed: 503,
  validation_failed: 422,
  too_many_requests: 429,
  quota_exceeded: 429,
  unavailable: 503,
  worker_died: 503,
};

const OURS: ApiFailure = { status: 500, code: INTERNAL_ERROR.error_code, message: INTERNAL_ERROR.detail };

/** What a client is told about an error; the text of a defect is never passed on. */
export const apiFailureOf = (error: unknown): ApiFailure => {
  if (error instanceof ModelError) return ofModel(error);
  if (error instanceof RunFailed) return ofRun(error);
  if (error instanceof ArtelError) return ofOurs(error);
  // nginx's status for it. Nobody reads this answer, but it is logged.
  if (error instanceof ClientGone) return { status: 499, code: 'client_gone', message: error.message };
  return OURS;
};

/** The provider's own words are about what the caller sent; without them the advice of our own text is all there is. */
const ofModel = ({ reason, kind, detail, retryAfter, providerMessage }: ModelError): ApiFailure => ({
  ...BY_REASON[reason],
  message: providerMessage === undefined ? detail : `${firstSentence(detail)} The provider says: ${providerMessage}`,
  ...(retryAfter !== undefined && { retryAfter }),
  ...(kind === 'permanent' && { final: true }),
});

const ofRun = ({ code, message }: RunFailed): ApiFailure => {
  const reason = code.replace(/^model_/, '');
  if (code.startsWith('model_') && isReason(reason)) return ofModel(new ModelError(reason));
  if (code.startsWith('limit_')) return { status: 422, code, message };
  return { status: BY_RUN[code] ?? 500, code, message };
};

const firstSentence = (text: string): string => text.split(/(?<=\.) /, 1)[0] ?? text;

const isReason = (text: string): text is ModelErrorReason => Object.hasOwn(BY_REASON, text);

/** An invalid request is a plain 400 in both APIs, which name the first field that is wrong. */
const ofOurs = (error: ArtelError): ApiFailure => {
  const { status, code, message, retryAfter, errors } = error;
  const [first] = errors ?? [];
  return {
    status: first || status === 422 ? 400 : status,
    code: first ? 'invalid_value' : code,
    message: first ? `${first.path || 'body'}: ${first.message}` : message,
    ...(first?.path && { param: first.path }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(error instanceof ThreadUnsupported && { details: error.details }),
    // Both clients retry a 429, but a monthly quota that is used up stays so.
    ...(code === 'quota_exceeded' && { code: 'insufficient_quota', final: true }),
  };
};
