import { LRUCache } from 'lru-cache';
import { directoryItem } from '../../accounts/index.ts';
import { auditItem } from '../../audit/index.ts';
import { isoTime, MINUTE } from '../../core/clock.ts';
import type { UserScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import { projectItem } from '../../projects/index.ts';
import { getItem, SCHEMA_VERSION, transact, userKeys } from '../../store/index.ts';
import { normalizedEmail } from '../email.ts';
import type { StoredProfile } from '../profile.ts';
import type { Issued } from './verify.ts';

/**
 * Users who are known to be there: nobody reads it again for each request. Forgotten sooner than somebody who leaves is
 * gone, so that one who comes back is met as new.
 */
const known = new LRUCache<string, true>({ max: 10_000, ttl: 10 * MINUTE });

const notTaken = 'attribute_not_exists(#pk)';

/**
 * Sees to it that whoever an issuer vouches for is a user here. They have no password, and no e-mail address leads to them:
 * somebody who registered with the same address is somebody else. They are given no account either, which only few functions
 * may write: without one they have what everybody begins with.
 */
export const welcome = async (
  user: UserScope,
  { issuer, email }: Issued,
  { projectId, now }: { projectId: string; now: number },
): Promise<void> => {
  if (known.has(user.userId)) return;
  if (!(await getItem(userKeys.profile(user)))) {
    const profile: StoredProfile = {
      user_id: user.userId,
      email: email === undefined ? '' : normalizedEmail(email),
      issuer,
      default_project_id: projectId,
      created_at: isoTime(now),
    };
    const project = { id: projectId, name: 'Default', isDefault: true };
    const outcome = await transact([
      { put: { ...userKeys.profile(user), v: SCHEMA_VERSION, ...profile }, when: notTaken },
      { put: projectItem(user, project, now), when: notTaken },
      { put: directoryItem(user) },
      { put: auditItem(user, 'registered', { target: issuer }, now), when: notTaken },
    ]);
    // Another request of theirs may have come first.
    if (outcome.ok) log.info('registered', { user_id: user.userId, issuer });
  }
  known.set(user.userId, true);
};
