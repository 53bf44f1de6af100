import { MAX_FAILURES, type RunError, type Task } from '../bus/index.ts';
import { ArtelError, INTERNAL_ERROR, TooManyRequests } from '../core/errors.ts';
import { ModelError } from '../gateway/index.ts';
import { LimitReached } from './limits.ts';

/** What a failed turn leads to. */
export type TurnFailure =
  | { retry: true; error_code: string; after?: number }
  | { retry: false; error: RunError; agentAtFault: boolean };

/** A model that says nothing once may speak when asked again; each further time costs its thoughts and no more comes of it. */
const MAX_SILENT_ANSWERS = 2;

/**
 * Temporary failures of the model are tried again, a bounded number of times; permanent ones end the run at once. The
 * texts are for the client: what happened and what can be done, no internals.
 */
export const turnFailureOf = (error: unknown, task: Task): TurnFailure => {
  if (error instanceof ModelError) {
    const error_code = `model_${error.reason}`;
    const most = error.reason === 'silent' ? MAX_SILENT_ANSWERS : MAX_FAILURES;
    if (error.kind === 'temporary' && task.failures + 1 < most) {
      return { retry: true, error_code, ...(error.retryAfter !== undefined && { after: error.retryAfter * 1_000 }) };
    }
    return { retry: false, error: { error_code, detail: error.ownersDetail }, agentAtFault: true };
  }
  // The rest of the month's budget is reserved by calls in progress, which release what they do not need.
  if (error instanceof TooManyRequests && task.failures + 1 < MAX_FAILURES) {
    return { retry: true, error_code: error.code, after: (error.retryAfter ?? 0) * 1_000 };
  }
  if (error instanceof LimitReached) return { retry: false, error: error.error, agentAtFault: false };
  if (error instanceof ArtelError)
    return { retry: false, error: { error_code: error.code, detail: error.message }, agentAtFault: false };
  if (task.failures + 1 < MAX_FAILURES) return { retry: true, error_code: 'internal_error' };
  return {
    retry: false,
    error: INTERNAL_ERROR,
    agentAtFault: false,
  };
};
