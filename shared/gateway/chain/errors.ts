import { ArtelError } from '../../core/errors.ts';

/** A policy blocks the call or its answer. The text is for the person who made the call. */
export class PolicyRefused extends ArtelError {
  override readonly name = 'PolicyRefused';
  readonly status = 403;
  readonly code = 'policy_refused';
}

/** A policy that must not be left out failed. */
export class PolicyFailed extends ArtelError {
  override readonly name = 'PolicyFailed';
  readonly status = 503;
  readonly code = 'policy_failed';

  constructor(policy: string, cause: unknown) {
    super(`The policy "${policy}" could not be applied, so the call was blocked. Try again in a while.`, {
      cause,
      retryAfter: 5,
    });
  }
}
