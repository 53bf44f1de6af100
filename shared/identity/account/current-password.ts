import type { Origin } from '../../audit/index.ts';
import { Unprocessable } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { admitSignIn, signInFailed, signInSucceeded } from '../../limits/index.ts';
import { log } from '../../observability/log.ts';
import { type Credentials, findCredentials } from '../credentials/credentials.ts';
import { deviceOf } from '../device.ts';
import { emailHash } from '../email.ts';
import { isPassword } from '../password/hash.ts';

/** What a person shows again before their account is changed: a stolen token alone must not be enough. */
export type Shown = { password: string; field: string; deviceToken: string | undefined };

/**
 * The credentials of a person who shows their password. A wrong one is a 422 that names the field, and counts as a failed
 * sign-in: nobody guesses here what they may not guess there.
 */
export const requirePassword = async (
  user: UserScope,
  { password, field, deviceToken }: Shown,
  { email, origin, now }: { email: string; origin: Origin; now: number },
): Promise<Credentials> => {
  const hash = emailHash(email);
  const device = await deviceOf(deviceToken, hash, now);
  const attempt = { emailHash: hash, sourceIp: origin.sourceIp, device };
  await admitSignIn(attempt, now);
  const credentials = await findCredentials(user);
  const right = await isPassword(password, credentials?.password);
  if (right && credentials) {
    await signInSucceeded(attempt);
    return credentials;
  }
  await signInFailed(attempt, now);
  log.warn('password not shown', { user_id: user.userId, source_ip: origin.sourceIp });
  throw new Unprocessable('The password is wrong.', { errors: [{ path: field, message: 'Is not your password.' }] });
};
