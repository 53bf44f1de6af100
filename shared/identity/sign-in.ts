import type { Origin } from '../audit/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Clock, SECOND, systemClock } from '../core/clock.ts';
import { Defect, Unauthorized } from '../core/errors.ts';
import { authenticated, type UserScope } from '../core/scope.ts';
import { admitSignIn, type SignInAttempt, signInFailed, signInSucceeded } from '../limits/index.ts';
import { log } from '../observability/log.ts';
import { authKeys, getItem, pointerKeys } from '../store/index.ts';
import { ACCESS_TOKEN_AGE, issueAccessToken } from './access-token.ts';
import { deviceOf, issueDeviceToken } from './device.ts';
import { emailHash, normalizedEmail } from './email.ts';
import { startFamily } from './family.ts';
import { isPassword, type PasswordHash } from './password/hash.ts';
import { findProfileToSignIn, type Profile, type User, userOf } from './profile.ts';
import { writeRefreshToken } from './refresh-token.ts';

/** What a sign-in or a refresh gives: the tokens for refreshing and of the device are for cookies alone. */
export type Session = {
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
  deviceToken: string;
  user: User;
};

/** Reads as much as for a user who exists, so that the duration reveals nothing. */
const NOBODY = '0'.repeat(26);

export const signIn = async (
  { email, password, deviceToken }: { email: string; password: string; deviceToken?: string | undefined },
  origin: Origin,
  clock: Clock = systemClock,
): Promise<Session> => {
  const account = emailHash(normalizedEmail(email));
  const device = await deviceOf(deviceToken, account, clock.now());
  const attempt = { emailHash: account, sourceIp: origin.sourceIp, device };
  await admitSignIn(attempt, clock.now());
  const pointer = await getItem(pointerKeys.email(attempt.emailHash));
  const user = authenticated({ userId: typeof pointer?.user_id === 'string' ? pointer.user_id : NOBODY });
  const credentials = await getItem(authKeys.credentials(user));
  const right = await isPassword(password, credentials?.password as PasswordHash | undefined);
  if (!right) return await refuse(attempt, { user: pointer && user, origin, now: clock.now() });
  await signInSucceeded(attempt);
  const now = clock.now();
  const [profile, refresh] = await Promise.all([findProfileToSignIn(user), startFamily(user, now)]);
  if (!profile) throw new Defect('A user who signs in has no profile.');
  await recordAudit(user, 'signed_in', { ...origin, target: refresh.family }, now);
  log.info('signed in', { user_id: user.userId, source_ip: origin.sourceIp });
  return await sessionOf(profile, { family: refresh.family, refreshToken: writeRefreshToken(refresh), device, now });
};

/** Counts and audit entry are written in parallel, so that the entry, which only a real user gets, adds no time. */
const refuse = async (
  attempt: SignInAttempt,
  { user, origin, now }: { user: UserScope | undefined; origin: Origin; now: number },
): Promise<never> => {
  await Promise.all([signInFailed(attempt, now), user && recordAudit(user, 'sign_in_failed', origin, now)]);
  log.warn('sign-in failed', { email_hash: attempt.emailHash, source_ip: origin.sourceIp });
  throw new Unauthorized('The e-mail address or the password is wrong.');
};

export const sessionOf = async (
  profile: Profile,
  {
    family,
    refreshToken,
    device,
    now,
  }: { family: string; refreshToken: string; device: string | undefined; now: number },
): Promise<Session> => ({
  accessToken: await issueAccessToken(
    { userId: profile.user_id, roles: profile.roles, projectId: profile.default_project_id, family },
    now,
  ),
  expiresIn: ACCESS_TOKEN_AGE / SECOND,
  refreshToken,
  deviceToken: await issueDeviceToken({ emailHash: emailHash(profile.email), device }, now),
  user: userOf(profile),
});
