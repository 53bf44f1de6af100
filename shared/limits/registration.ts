import { TooManyRequests } from '../core/errors.ts';
import { pointerKeys } from '../store/index.ts';
import { countAttempt, secondsUntil } from './attempts.ts';
import { networkHash } from './network.ts';

/**
 * Of one network address, whether they succeed or not: each costs the work of hashing a password, and tells whether
 * somebody has the e-mail address. Enough for a class or an office behind one address.
 */
export const REGISTRATION_LIMIT = 100;

/** Counts an attempt to register, or refuses it with 429 once its address has made too many. */
export const admitRegistration = async (sourceIp: string, now: number): Promise<void> => {
  const until = await countAttempt(pointerKeys.registrations(networkHash(sourceIp)), REGISTRATION_LIMIT, now);
  if (until === undefined) return;
  throw new TooManyRequests('Too many registrations from this address.', { retryAfter: secondsUntil(until, now) });
};
