import type { Origin } from '../audit/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { authenticated, type UserScope } from '../core/scope.ts';
import { log } from '../observability/log.ts';
import { findCredentials } from './credentials/credentials.ts';
import { deviceOf } from './device.ts';
import { emailHash } from './email.ts';
import { endFamily, rotate } from './family.ts';
import { notSignedIn } from './not-signed-in.ts';
import { findProfileToSignIn } from './profile.ts';
import { readRefreshToken, writeRefreshToken } from './refresh-token.ts';
import { revoke } from './revocation.ts';
import { type Session, sessionOf } from './sign-in.ts';
import { isCutOff } from './sign-ins/cutoff.ts';
import { closeSockets } from './sockets.ts';
import { requireUnlocked } from './standing.ts';

const ENDED = { kind: 'unknown' } as const;

const isEnded = async (user: UserScope, family: string): Promise<boolean> => {
  const credentials = await findCredentials(user);
  const { ended_before, spared } = credentials ?? {};
  return ended_before !== undefined && isCutOff(family, { before: ended_before, spared });
};

/** Exchanges a refresh token for the next one and a new access token. One that was used before ends the whole sign-in. */
export const refresh = async (
  { refreshToken: text, deviceToken }: { refreshToken: string | undefined; deviceToken?: string | undefined },
  origin: Origin,
  clock: Clock = systemClock,
): Promise<Session> => {
  const token = readRefreshToken(text ?? '');
  if (!token) throw notSignedIn('no refresh token');
  const now = clock.now();
  const user = authenticated({ userId: token.userId });
  // A sign-in that was ended with all others still has its family.
  const rotation = (await isEnded(user, token.family)) ? ENDED : await rotate(user, token, now);
  if (rotation.kind === 'unknown') {
    log.warn('refresh refused', { family: token.family, source_ip: origin.sourceIp });
    throw notSignedIn('unknown refresh token');
  }
  if (rotation.kind === 'reused') {
    await revoke(user, token.family, now);
    await endFamily(user, token.family);
    await recordAudit(user, 'refresh_reused', { ...origin, target: token.family }, now);
    log.warn('refresh token reused', { user_id: user.userId, family: token.family });
    await closeSockets(user, { family: token.family });
    throw notSignedIn('reused refresh token');
  }
  const profile = await findProfileToSignIn(user);
  if (!profile) throw notSignedIn('the user was removed');
  // Its next token would not reach the client: whoever is let in again signs in again.
  if (profile.locked) await endFamily(user, token.family);
  requireUnlocked(profile);
  log.info('refreshed', { user_id: user.userId, family: token.family, source_ip: origin.sourceIp });
  const device = await deviceOf(deviceToken, emailHash(profile.email), now);
  const refreshToken = writeRefreshToken(rotation.token);
  return await sessionOf(profile, { family: token.family, refreshToken, device, now });
};
