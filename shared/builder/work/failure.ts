import { MAX_FAILURES, type RunError, type Task } from '../../bus/index.ts';
import { ArtelError, INTERNAL_ERROR, TooManyRequests, Unavailable } from '../../core/errors.ts';
import { ModelError } from '../../gateway/index.ts';

/** What a failed worker's part of a build leads to. */
export type WorkFailure =
  | { retry: true; error_code: string; after?: number }
  | { retry: false; error: RunError; agentAtFault: boolean };

const later = (error_code: string, retryAfter: number | undefined): WorkFailure => ({
  retry: true,
  error_code,
  ...(retryAfter !== undefined && { after: retryAfter * 1_000 }),
});

/** What may pass is tried again, a bounded number of times without a step between; anything else ends the build. The texts are for the client. */
export const workFailureOf = (error: unknown, task: Pick<Task, 'failures'>): WorkFailure => {
  const mayRetry = task.failures + 1 < MAX_FAILURES;
  if (error instanceof ModelError) {
    const error_code = `model_${error.reason}`;
    if (error.kind === 'temporary' && mayRetry) return later(error_code, error.retryAfter);
    return { retry: false, error: { error_code, detail: error.ownersDetail }, agentAtFault: true };
  }
  if ((error instanceof TooManyRequests || error instanceof Unavailable) && mayRetry)
    return later(error.code, error.retryAfter);
  if (error instanceof ArtelError)
    return { retry: false, error: { error_code: error.code, detail: error.message }, agentAtFault: false };
  if (mayRetry) return { retry: true, error_code: 'internal_error' };
  return { retry: false, error: INTERNAL_ERROR, agentAtFault: false };
};
