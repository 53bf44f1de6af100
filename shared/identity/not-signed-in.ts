import { Unauthorized } from '../core/errors.ts';

/**
 * The same answer for every invalid token, whatever is wrong with it, so that a forger learns nothing. The reason goes to
 * the log.
 */
export const notSignedIn = (reason: string, cause?: unknown): Unauthorized =>
  new Unauthorized('Sign in to do this.', { cause: new Error(reason, { cause }) });
