import { SECOND } from '../../core/clock.ts';
import { pause } from '../../core/jitter.ts';
import { ModelError } from '../call/model-error.ts';

/** A longer wait is not sat out inside a function that is paid for waiting: the caller comes again. */
const MAX_RETRY_AFTER_SECONDS = 5;
const FIRST_PAUSE = SECOND / 2;
const MAX_PAUSE = 8 * SECOND;

/** `isFinal`: the provider asked not to be tried again. */
export type Attempt<T> = { answer: T } | { failure: ModelError; isFinal: boolean };

/** Tries again while it may help: at most `retries` times, only after temporary failures, and not once the caller has gone. */
export const withRetries = async <T>(
  retries: number,
  signal: AbortSignal,
  attempt: () => Promise<Attempt<T>>,
): Promise<T> => {
  for (let count = 0; ; count += 1) {
    const outcome = await attempt().catch(asFailure);
    if ('answer' in outcome) return outcome.answer;
    const { failure, isFinal } = outcome;
    if (isFinal || count >= retries || signal.aborted || !isWorthRetrying(failure)) throw failure;
    await pause(pauseAfter(failure, count), signal);
    signal.throwIfAborted();
  }
};

const asFailure = (error: unknown): { failure: ModelError; isFinal: boolean } => {
  if (error instanceof ModelError) return { failure: error, isFinal: false };
  throw error;
};

const isWorthRetrying = ({ kind, retryAfter = 0 }: ModelError): boolean =>
  kind === 'temporary' && retryAfter <= MAX_RETRY_AFTER_SECONDS;

/** From three quarters of it to all, so that containers do not come back all at once. */
const pauseAfter = ({ retryAfter }: ModelError, count: number): number =>
  retryAfter !== undefined
    ? retryAfter * SECOND
    : Math.min(MAX_PAUSE, FIRST_PAUSE * 2 ** count) * (1 - Math.random() / 4);
