import { Unauthorized } from '../core/errors.ts';

/**
 * The one answer to every token that is not good, whatever is wrong with it: a forger learns nothing. The reason is for
 * the log.
 */
export const notSignedIn = (reason: string, cause?: unknown): Unauthorized =>
  new Unauthorized('Sign in to do this.', { cause: new Error(reason, { cause }) });
