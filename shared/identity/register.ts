import { accountItem, NEW_ACCOUNT } from '../accounts/index.ts';
import { auditItem, type Origin } from '../audit/index.ts';
import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import { Conflict, Unprocessable } from '../core/errors.ts';
import { newId, newUserId } from '../core/ids.ts';
import { authenticated } from '../core/scope.ts';
import { admitRegistration } from '../limits/index.ts';
import { log } from '../observability/log.ts';
import { projectItem } from '../projects/index.ts';
import { authKeys, pointerKeys, SCHEMA_VERSION, transact, userKeys } from '../store/index.ts';
import { emailHash, normalizedEmail } from './email.ts';
import { hashPassword } from './password/hash.ts';
import { passwordFault } from './password/refused.ts';
import { type StoredProfile, type User, userOf } from './profile.ts';

export type Registration = { email: string; password: string; displayName?: string };

const notTaken = 'attribute_not_exists(#pk)';

/** Creates a user with a default project, all or nothing, so an e-mail address is never taken by half a user. */
export const register = async (input: Registration, origin: Origin, clock: Clock = systemClock): Promise<User> => {
  const email = normalizedEmail(input.email);
  const fault = passwordFault(input.password, email);
  if (fault !== undefined) {
    throw new Unprocessable('This password is not safe.', { errors: [{ path: 'password', message: fault }] });
  }
  await admitRegistration(origin.sourceIp, clock.now());
  const hash = await hashPassword(input.password);
  const now = clock.now();
  const user = authenticated({ userId: newUserId() });
  const project = { id: newId('prj', now), name: 'Default', isDefault: true };
  const profile: StoredProfile = {
    user_id: user.userId,
    email,
    display_name: input.displayName,
    default_project_id: project.id,
    created_at: isoTime(now),
  };
  const v = SCHEMA_VERSION;
  const pointer = { ...pointerKeys.email(emailHash(email)), v, user_id: user.userId };
  const outcome = await transact([
    { put: pointer, when: notTaken },
    { put: { ...userKeys.profile(user), v, ...profile }, when: notTaken },
    { put: accountItem(user, NEW_ACCOUNT), when: notTaken },
    { put: { ...authKeys.credentials(user), v, password: hash }, when: notTaken },
    { put: projectItem(user, project, now), when: notTaken },
    { put: auditItem(user, 'registered', origin, now), when: notTaken },
  ]);
  if (!outcome.ok) throw new Conflict('This e-mail address is registered already.');
  log.info('registered', { user_id: user.userId, source_ip: origin.sourceIp });
  return userOf({ ...profile, ...NEW_ACCOUNT });
};
