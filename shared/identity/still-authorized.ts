import { accountOf } from '../accounts/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import type { Identity } from '../core/identity.ts';
import { isKeyWithdrawn, isTokenWithdrawn } from './standing.ts';

/**
 * Whether a socket or stream that was opened a while ago may continue: its token has not expired and was not revoked by
 * signing out, or its API key still exists; and nobody has locked the account.
 */
export const isStillAuthorized = async (identity: Identity, clock: Clock = systemClock): Promise<boolean> => {
  if (identity.expiresAt !== undefined && identity.expiresAt <= clock.now()) return false;
  return !(await isWithdrawn(identity, clock));
};

/**
 * Whether the credential was taken back since: its sign-in ended, its API key revoked, or its account
 * locked. An answer that has begun may
 * outlive its token, but not this.
 */
export const isWithdrawn = async (identity: Identity, clock: Clock = systemClock): Promise<boolean> => {
  const { scope, via, credential, family } = identity;
  if (via === 'key') return await isKeyWithdrawn(scope, credential);
  return await isTokenWithdrawn(scope, family === undefined ? [credential] : [credential, family], clock.now());
};

/** Whether an administrator's role was taken back since. One that another issuer gave them holds as long as their token. */
export const isNoAdministrator = async ({ scope, family }: Identity): Promise<boolean> =>
  family !== undefined && !(await accountOf(scope))?.roles.includes('admin');
