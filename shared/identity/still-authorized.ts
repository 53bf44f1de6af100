import { type Clock, systemClock } from '../core/clock.ts';
import type { Identity } from '../core/identity.ts';
import { getItem, userKeys } from '../store/index.ts';
import { isRevoked } from './revocation.ts';

/**
 * Whether a socket or stream that was opened a while ago may continue: its token has not expired and was not revoked by
 * signing out, or its API key still exists.
 */
export const isStillAuthorized = async (identity: Identity, clock: Clock = systemClock): Promise<boolean> => {
  if (identity.expiresAt !== undefined && identity.expiresAt <= clock.now()) return false;
  return !(await isWithdrawn(identity, clock));
};

/**
 * Whether the credential was taken back since: its sign-in ended, or its API key revoked. An answer that has begun may
 * outlive its token, but not this.
 */
export const isWithdrawn = async (identity: Identity, clock: Clock = systemClock): Promise<boolean> => {
  const { scope, via, credential, family } = identity;
  if (via === 'key') return (await getItem(userKeys.apiKey(scope, credential))) === undefined;
  return await isRevoked(scope, family === undefined ? [credential] : [credential, family], clock.now());
};
