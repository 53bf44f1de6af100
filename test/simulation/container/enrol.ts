import { type Account, accountItem } from '../../../shared/accounts/index.ts';
import { auditItem } from '../../../shared/audit/index.ts';
import { isoTime, systemClock } from '../../../shared/core/clock.ts';
import { newId, newUserId } from '../../../shared/core/ids.ts';
import { ALL_PERMISSIONS, authenticated } from '../../../shared/core/scope.ts';
import { createApiKey } from '../../../shared/identity/api-keys.ts';
import { emailHash } from '../../../shared/identity/email.ts';
import { findProfileToSignIn } from '../../../shared/identity/profile.ts';
import { projectItem } from '../../../shared/projects/index.ts';
import { authKeys, pointerKeys, SCHEMA_VERSION, transact, userKeys } from '../../../shared/store/index.ts';

/** `isFormer`: nobody has signed in since accounts have a place of their own. */
export type Person = { name: string; userId: string; projectId: string; key: string; isFormer: boolean };

const ACCOUNT: Account = { roles: ['user'], tier: 'standard' };
export const FORMER_POLICIES = { policies: [], version: 3, updated_at: isoTime(0), updated_by: '' };

const origin = { sourceIp: '203.0.113.7', userAgent: 'simulation', requestId: 'enrol' };

/** A person as registration leaves one, without a password: hashing one takes longer than a whole simulation. */
export const enrol = async ({ name, isFormer }: Pick<Person, 'name' | 'isFormer'>): Promise<Person> => {
  const now = systemClock.now();
  const user = authenticated({ userId: newUserId() });
  const project = { id: newId('prj', now), name: 'Default', isDefault: true };
  const profile = {
    user_id: user.userId,
    email: `${name}@example.com`,
    display_name: name,
    ...(isFormer && ACCOUNT),
    default_project_id: project.id,
    created_at: isoTime(now),
  };
  await transact([
    { put: { ...userKeys.profile(user), v: SCHEMA_VERSION, ...profile } },
    ...(isFormer
      ? [{ put: { ...userKeys.formerPolicies(user), v: SCHEMA_VERSION, ...FORMER_POLICIES } }]
      : [{ put: accountItem(user, ACCOUNT) }]),
    { put: projectItem(user, project, now) },
    { put: auditItem(user, 'registered', origin, now) },
    { put: { ...pointerKeys.email(emailHash(profile.email)), v: SCHEMA_VERSION, user_id: user.userId } },
    { put: { ...authKeys.credentials(user), v: SCHEMA_VERSION, password: {}, confirmed_at: isoTime(now) } },
  ]);
  const { key } = await createApiKey(user, { name: 'simulation', permissions: ALL_PERMISSIONS }, { origin });
  return { name, userId: user.userId, projectId: project.id, key, isFormer };
};

/** What a sign-in does with the account of whoever signs in, but for the password. */
export const signIn = (userId: string): Promise<unknown> => findProfileToSignIn(authenticated({ userId }));
