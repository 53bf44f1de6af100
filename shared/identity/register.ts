import { auditItem, type Origin } from '../audit/index.ts';
import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import { Conflict } from '../core/errors.ts';
import { newId, newUserId } from '../core/ids.ts';
import { authenticated } from '../core/scope.ts';
import { admitRegistration } from '../limits/index.ts';
import { log } from '../observability/log.ts';
import { projectItem } from '../projects/index.ts';
import { authKeys, pointerKeys, SCHEMA_VERSION, transact, userKeys } from '../store/index.ts';
import { emailHash, normalizedEmail } from './email.ts';
import { hashPassword } from './password.ts';
import { type Profile, type User, userOf } from './profile.ts';

export type Registration = { email: string; password: string; displayName?: string };

const notTaken = 'attribute_not_exists(#pk)';

/** Creates a user with a default project, all or nothing, so an e-mail address is never taken by half a user. */
export const register = async (input: Registration, origin: Origin, clock: Clock = systemClock): Promise<User> => {
  await admitRegistration(origin.sourceIp, clock.now());
  const hash = await hashPassword(input.password);
  const now = clock.now();
  const email = normalizedEmail(input.email);
  const user = authenticated({ userId: newUserId() });
  const project = { id: newId('prj', now), name: 'Default', isDefault: true };
  const profile: Profile = {
    user_id: user.userId,
    email,
    display_name: input.displayName,
    roles: ['user'],
    tier: 'standard',
    default_project_id: project.id,
    created_at: isoTime(now),
  };
  const v = SCHEMA_VERSION;
  const pointer = { ...pointerKeys.email(emailHash(email)), v, user_id: user.userId };
  const outcome = await transact([
    { put: pointer, when: notTaken },
    { put: { ...userKeys.profile(user), v, ...profile }, when: notTaken },
    { put: { ...authKeys.credentials(user), v, password: hash }, when: notTaken },
    { put: projectItem(user, project, now), when: notTaken },
    { put: auditItem(user, 'registered', origin, now), when: notTaken },
  ]);
  if (!outcome.ok) throw new Conflict('This e-mail address is registered already.');
  log.info('registered', { user_id: user.userId, source_ip: origin.sourceIp });
  return userOf(profile);
};
