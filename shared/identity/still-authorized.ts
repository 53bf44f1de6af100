import { type Clock, systemClock } from '../core/clock.ts';
import type { Identity } from '../core/identity.ts';
import { getItem, userKeys } from '../store/index.ts';
import { isRevoked } from './revocation.ts';

/**
 * Whether a socket or stream that was opened a while ago may continue: its token has not expired and was not revoked by
 * signing out, or its API key still exists.
 */
export const isStillAuthorized = async (identity: Identity, clock: Clock = systemClock): Promise<boolean> => {
  const { scope, via, credential, family, expiresAt } = identity;
  const now = clock.now();
  if (expiresAt !== undefined && expiresAt <= now) return false;
  if (via === 'key') return (await getItem(userKeys.apiKey(scope, credential))) !== undefined;
  return !(await isRevoked(scope, family === undefined ? [credential] : [credential, family], now));
};
