import { ArtelError } from '../../core/errors.ts';

/** A policy does not let the call, or its answer, pass. The text is for the person who made the call. */
export class PolicyRefused extends ArtelError {
  readonly status = 403;
  readonly code = 'policy_refused';
}

/** A policy that must not be left out could not do its work. */
export class PolicyFailed extends ArtelError {
  readonly status = 503;
  readonly code = 'policy_failed';

  constructor(policy: string, cause: unknown) {
    super(`The policy "${policy}" could not be applied, so the call was not let through. Try again in a while.`, {
      cause,
      retryAfter: 5,
    });
  }
}
