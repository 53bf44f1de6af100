import type { Origin } from '../audit/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { authenticated, type UserScope } from '../core/scope.ts';
import { log } from '../observability/log.ts';
import { verifyAccessToken } from './access-token.ts';
import { belongs, endFamily } from './family.ts';
import { readIssued } from './issuers/authenticate.ts';
import { signOutIssued } from './issuers/sign-out.ts';
import { notSignedIn } from './not-signed-in.ts';
import { readRefreshToken } from './refresh-token.ts';
import { revoke } from './revocation.ts';
import { closeSockets } from './sockets.ts';

type Tokens = { refreshToken?: string; accessToken?: string };

/**
 * Ends a sign-in: its refresh tokens, every access token that came from it, its sockets. Either token proves whose it is:
 * a browser sends the cookie, a program without one its access token. Repeating it does no harm.
 */
export const signOut = async (tokens: Tokens, origin: Origin, clock: Clock = systemClock): Promise<void> => {
  const now = clock.now();
  const refresh = readRefreshToken(tokens.refreshToken ?? '');
  if (refresh) {
    const user = authenticated({ userId: refresh.userId });
    if (await belongs(user, refresh, now)) return await end(user, { family: refresh.family, origin, now });
  }
  if (tokens.accessToken !== undefined) {
    const issued = await readIssued(tokens.accessToken, now);
    if (issued) return await signOutIssued(issued, { origin, now });
    const { userId, family, jti } = await verifyAccessToken(tokens.accessToken, now);
    const user = authenticated({ userId });
    await revoke(user, jti, now);
    return await end(user, { family, origin, now });
  }
  if (!refresh) throw notSignedIn('nothing to sign out of');
};

/** Denied first, removed afterwards: a step that fails leaves less open, not more. */
const end = async (
  user: UserScope,
  { family, origin, now }: { family: string; origin: Origin; now: number },
): Promise<void> => {
  await revoke(user, family, now);
  await endFamily(user, family);
  await recordAudit(user, 'signed_out', { ...origin, target: family }, now);
  log.info('signed out', { user_id: user.userId, family, source_ip: origin.sourceIp });
  await closeSockets(user, { family });
};
