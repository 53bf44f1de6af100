import type { Origin } from '../audit/index.ts';
import { auditItem, recordAudit } from '../audit/index.ts';
import { type Clock, SECOND, systemClock } from '../core/clock.ts';
import { Unauthorized } from '../core/errors.ts';
import type { UserScope } from '../core/scope.ts';
import { admitSignIn, type SignInAttempt, signInFailed, signInSucceeded } from '../limits/index.ts';
import { log } from '../observability/log.ts';
import { authKeys, getItem, pointerKeys, transact } from '../store/index.ts';
import { ACCESS_TOKEN_AGE, issueAccessToken } from './access-token.ts';
import { refuseUnconfirmed } from './account/confirmation.ts';
import { type Credentials, findCredentials, unchangedSince } from './credentials/credentials.ts';
import { deviceOf, issueDeviceToken } from './device.ts';
import { emailHash, normalizedEmail } from './email.ts';
import { newFamily } from './family.ts';
import { ownerOf } from './owner.ts';
import { isPassword } from './password/hash.ts';
import { findProfileToSignIn, type Profile, type User, userOf } from './profile.ts';
import { type RefreshToken, writeRefreshToken } from './refresh-token.ts';
import { beginsAfter } from './sign-ins/cutoff.ts';
import { deviceHint, networkHint } from './sign-ins/hints.ts';
import { requireUnlocked } from './standing.ts';

/** What a sign-in or a refresh gives: the tokens for refreshing and of the device are for cookies alone. */
export type Session = {
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
  deviceToken: string;
  user: User;
};

const isNew = 'attribute_not_exists(#pk)';

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
  const user = ownerOf(pointer);
  const credentials = await findCredentials(user);
  const right = await isPassword(password, credentials?.password);
  const refused = { user: pointer && user, origin, now: clock.now() };
  if (!right || !credentials) return await refuse(attempt, refused);
  const now = clock.now();
  const profile = await findProfileToSignIn(user);
  // They leave at the same time.
  if (!profile) return await refuse(attempt, refused);
  if (profile.locked) await Promise.all([signInSucceeded(attempt), recordAudit(user, 'sign_in_failed', origin, now)]);
  requireUnlocked(profile);
  if (credentials.confirmed_at === undefined) await refuseUnconfirmed(user, { email, attempt, origin, now });
  const token = await beginSignIn(user, credentials, { origin, now });
  if (!token) return await refuse(attempt, refused);
  await signInSucceeded(attempt);
  log.info('signed in', { user_id: user.userId, source_ip: origin.sourceIp });
  return await sessionOf(profile, { family: token.family, refreshToken: writeRefreshToken(token), device, now });
};

/**
 * Starts the family of a new sign-in, together with its audit entry; nothing where the password was changed since it was
 * read, because whoever knows the former one must not be signed in after the change.
 *
 *     a thief      reads the former password, right ────────────────── begins a sign-in: refused
 *     the owner                                       sets a new one
 */
const beginSignIn = async (
  user: UserScope,
  credentials: Credentials,
  { origin, now }: { origin: Origin; now: number },
): Promise<RefreshToken | undefined> => {
  const hints = { device: deviceHint(origin.userAgent), network: networkHint(origin.sourceIp) };
  const { token, item } = newFamily(user, { began: beginsAfter(credentials.ended_before, now), now, hints });
  const outcome = await transact([
    { put: item, when: isNew },
    { check: authKeys.credentials(user), ...unchangedSince(credentials.serial) },
    { put: auditItem(user, 'signed_in', { ...origin, target: token.family }, now), when: isNew },
  ]);
  return outcome.ok ? token : undefined;
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
