import { auditItem } from '../../../shared/audit/index.ts';
import { isoTime, systemClock } from '../../../shared/core/clock.ts';
import { newId, newUserId } from '../../../shared/core/ids.ts';
import { ALL_PERMISSIONS, authenticated } from '../../../shared/core/scope.ts';
import { createApiKey } from '../../../shared/identity/api-keys.ts';
import { projectItem } from '../../../shared/projects/index.ts';
import { SCHEMA_VERSION, transact, userKeys } from '../../../shared/store/index.ts';

export type Person = { name: string; userId: string; projectId: string; key: string };

const origin = { sourceIp: '203.0.113.7', userAgent: 'simulation', requestId: 'enrol' };

/** A person as registration leaves one, without a password: hashing one takes longer than a whole simulation. */
export const enrol = async (name: string): Promise<Person> => {
  const now = systemClock.now();
  const user = authenticated({ userId: newUserId() });
  const project = { id: newId('prj', now), name: 'Default', isDefault: true };
  const profile = {
    user_id: user.userId,
    email: `${name}@example.com`,
    display_name: name,
    roles: ['user'],
    tier: 'standard',
    default_project_id: project.id,
    created_at: isoTime(now),
  };
  await transact([
    { put: { ...userKeys.profile(user), v: SCHEMA_VERSION, ...profile } },
    { put: projectItem(user, project, now) },
    { put: auditItem(user, 'registered', origin, now) },
  ]);
  const { key } = await createApiKey(user, { name: 'simulation', permissions: ALL_PERMISSIONS }, { origin });
  return { name, userId: user.userId, projectId: project.id, key };
};
