import { ArtelError, INTERNAL_ERROR } from '../core/errors.ts';
import { ModelError, type ModelErrorReason } from '../gateway/index.ts';
import { RunFailed } from './agents/run-failed.ts';
import { ClientGone } from './client-gone.ts';

/** A failure as any API can tell it. `final`: trying again would change nothing, whatever the status suggests. */
export type ApiFailure = {
  status: number;
  code: string;
  message: string;
  param?: string;
  retryAfter?: number;
  final?: boolean;
};

/** Codes are OpenAI's where it has one. Source: https://developers.openai.com/api/docs/guides/error-codes */
const BY_REASON: Record<ModelErrorReason, { status: number; code: string }> = {
  timeout: { status: 503, code: 'model_timeout' },
  rate_limited: { status: 429, code: 'rate_limit_exceeded' },
  unavailable: { status: 503, code: 'model_unavailable' },
  malformed: { status: 503, code: 'model_malformed' },
  cut: { status: 503, code: 'model_cut' },
  refused: { status: 400, code: 'model_refused' },
  unknown_model: { status: 404, code: 'model_not_found' },
  unauthorized: { status: 503, code: 'model_unauthorized' },
  quota: { status: 429, code: 'insufficient_quota' },
  too_long: { status: 400, code: 'context_length_exceeded' },
};

/** What ended an agent's run, where no model's failure did. All others are our own. */
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

/** What a client is told of an error; a defect's text stays inside. */
export const apiFailureOf = (error: unknown): ApiFailure => {
  if (error instanceof ModelError) return ofModel(error);
  if (error instanceof RunFailed) return ofRun(error);
  if (error instanceof ArtelError) return ofOurs(error);
  // nginx's status for it. Nobody reads this answer, but the log does.
  if (error instanceof ClientGone) return { status: 499, code: 'client_gone', message: error.message };
  return OURS;
};

const ofModel = ({ reason, kind, detail, retryAfter }: ModelError): ApiFailure => ({
  ...BY_REASON[reason],
  message: detail,
  ...(retryAfter !== undefined && { retryAfter }),
  ...(kind === 'permanent' && { final: true }),
});

const ofRun = ({ code, message }: RunFailed): ApiFailure => {
  const reason = code.replace(/^model_/, '');
  if (code.startsWith('model_') && isReason(reason)) return ofModel(new ModelError(reason));
  if (code.startsWith('limit_')) return { status: 422, code, message };
  return { status: BY_RUN[code] ?? 500, code, message };
};

const isReason = (text: string): text is ModelErrorReason => Object.hasOwn(BY_REASON, text);

/** A field that is wrong is a plain 400 in both APIs; the first one is named. */
const ofOurs = ({ status, code, message, retryAfter, errors }: ArtelError): ApiFailure => {
  const [first] = errors ?? [];
  return {
    status: first ? 400 : status,
    code: first ? 'invalid_value' : code,
    message: first ? `${first.path || 'body'}: ${first.message}` : message,
    ...(first?.path && { param: first.path }),
    ...(retryAfter !== undefined && { retryAfter }),
    // A used-up month does not come back by asking again, as both clients would at a 429.
    ...(code === 'quota_exceeded' && { code: 'insufficient_quota', final: true }),
  };
};
