import { ModelError, type ModelErrorReason } from '../call/model-error.ts';
import type { HealthVerdict } from './breaker.ts';

/** Another upstream or model may succeed with the same request. The reasons left out are the request's own fault. */
const WORTH_ANOTHER_UPSTREAM: readonly ModelErrorReason[] = [
  'timeout',
  'rate_limited',
  'unavailable',
  'malformed',
  'cut',
  'unknown_model',
  'unauthorized',
  'quota',
];

/** The upstream does not work. One that limits, or refuses a request, does. */
const UNHEALTHY: readonly ModelErrorReason[] = ['timeout', 'unavailable', 'malformed', 'cut', 'unauthorized', 'quota'];

/** The failure, if the next upstream may be asked after it; throws any other. */
export const failureToFailOver = (error: unknown): ModelError => {
  if (error instanceof ModelError && WORTH_ANOTHER_UPSTREAM.includes(error.reason)) return error;
  throw error;
};

/** An error that is not a model's outcome, such as the caller's leaving, says nothing about the upstream. */
export const verdictOn = (error: unknown): HealthVerdict => {
  if (!(error instanceof ModelError)) return 'unknown';
  return UNHEALTHY.includes(error.reason) ? 'unhealthy' : 'healthy';
};

/** A temporary one, if there is one: the upstream that was asked first may be back by the next try. */
export const mostUsefulFailure = (failures: ModelError[]): ModelError =>
  failures.find(({ kind }) => kind === 'temporary') ?? failures[0] ?? new ModelError('unknown_model');
