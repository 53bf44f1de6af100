import type { Origin } from '../audit/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { authenticated } from '../core/scope.ts';
import { log } from '../observability/log.ts';
import { deviceOf } from './device.ts';
import { emailHash } from './email.ts';
import { endFamily, rotate } from './family.ts';
import { notSignedIn } from './not-signed-in.ts';
import { findProfileToSignIn } from './profile.ts';
import { readRefreshToken, writeRefreshToken } from './refresh-token.ts';
import { revoke } from './revocation.ts';
import { type Session, sessionOf } from './sign-in.ts';
import { closeSockets } from './sockets.ts';

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
  const rotation = await rotate(user, token, now);
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
  log.info('refreshed', { user_id: user.userId, family: token.family, source_ip: origin.sourceIp });
  const device = await deviceOf(deviceToken, emailHash(profile.email), now);
  const refreshToken = writeRefreshToken(rotation.token);
  return await sessionOf(profile, { family: token.family, refreshToken, device, now });
};
