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

/** The upstream does not work: no connection, a time-out, an answer that breaks off, a 5xx, or no room for this request. */
const UNHEALTHY: readonly ModelErrorReason[] = ['timeout', 'unavailable', 'rate_limited', 'cut'];

/** It works, and has judged this request. */
const HEALTHY: readonly ModelErrorReason[] = ['refused', 'too_long'];

/** The failure, if the next upstream may be asked after it; throws any other. */
export const failureToFailOver = (error: unknown): ModelError => {
  if (error instanceof ModelError && WORTH_ANOTHER_UPSTREAM.includes(error.reason)) return error;
  throw error;
};

/**
 * What a failure says about its upstream. An answer that cannot be read, a wrong key and a used-up quota say nothing of
 * whether it lives, and neither does the caller's leaving: one person's odd request must not close an upstream for others.
 */
export const verdictOn = (error: unknown): HealthVerdict => {
  if (!(error instanceof ModelError) || error.sparesUpstream) return 'unknown';
  if (UNHEALTHY.includes(error.reason)) return 'unhealthy';
  return HEALTHY.includes(error.reason) ? 'healthy' : 'unknown';
};

/** A temporary one, if there is one: the upstream that was asked first may be back by the next try. */
export const mostUsefulFailure = (failures: ModelError[]): ModelError =>
  failures.find(({ kind }) => kind === 'temporary') ?? failures[0] ?? new ModelError('unknown_model');
