import { SECOND } from '../../core/clock.ts';
import { pause } from '../../core/jitter.ts';
import { ModelError } from '../call/model-error.ts';

/** A longer wait is not sat out inside a function that is paid for waiting: the caller comes again. Seconds. */
const LONGEST_RETRY_AFTER = 5;
const LONGEST_PAUSE = 8 * SECOND;

/** Asks again for as long as it may help: `retries` times, what fails for a moment only, and not after the caller has gone. */
export const withRetries = async <T>(retries: number, signal: AbortSignal, ask: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt >= retries || signal.aborted || !isPassing(error)) throw error;
      await pause(pauseAfter(error, attempt), signal);
      signal.throwIfAborted();
    }
  }
};

const isPassing = (error: unknown): error is ModelError =>
  error instanceof ModelError && error.kind === 'temporary' && (error.retryAfter ?? 0) <= LONGEST_RETRY_AFTER;

/** From three quarters of it to all, so that containers do not come back all at once. */
const pauseAfter = ({ retryAfter }: ModelError, attempt: number): number =>
  retryAfter !== undefined
    ? retryAfter * SECOND
    : Math.min(LONGEST_PAUSE, (SECOND / 2) * 2 ** attempt) * (1 - Math.random() / 4);
