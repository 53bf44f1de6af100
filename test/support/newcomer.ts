import { randomBytes, scryptSync } from 'node:crypto';
import { accountItem, directoryItem, NEW_ACCOUNT } from '../../shared/accounts/index.ts';
import { auditItem } from '../../shared/audit/index.ts';
import { isoTime } from '../../shared/core/clock.ts';
import { newId, newUserId } from '../../shared/core/ids.ts';
import { authenticated } from '../../shared/core/scope.ts';
import { emailHash } from '../../shared/identity/email.ts';
import { projectItem } from '../../shared/projects/index.ts';
import { authKeys, pointerKeys, SCHEMA_VERSION, userKeys } from '../../shared/store/index.ts';
import type { TableItem } from './operator.ts';

export const PASSWORD = 'correct horse battery staple';

/** As cheap as scrypt can be: the cost stands with each hash, so a sign-in checks this one in no time. */
const COST = { N: 2, r: 1, p: 1 };
const salt = randomBytes(16);
const password = {
  algorithm: 'scrypt',
  ...COST,
  salt: salt.toString('base64'),
  hash: scryptSync(PASSWORD, salt, 32, COST).toString('base64'),
};

/**
 * A user as registration leaves one in the table, with `PASSWORD`. Two hashes at full cost, for registration and sign-in,
 * are a third of a second of computing, and a test file may have more people than one address may register.
 */
export const newcomer = (email: string, displayName: string): TableItem[] => {
  const now = Date.now();
  const user = authenticated({ userId: newUserId() });
  const project = { id: newId('prj', now), name: 'Default', isDefault: true };
  const profile = {
    user_id: user.userId,
    email,
    display_name: displayName,
    default_project_id: project.id,
    created_at: isoTime(now),
  };
  const v = SCHEMA_VERSION;
  return [
    { ...pointerKeys.email(emailHash(email)), v, user_id: user.userId },
    { ...userKeys.profile(user), v, ...profile },
    accountItem(user, NEW_ACCOUNT),
    directoryItem(user),
    { ...authKeys.credentials(user), v, password },
    projectItem(user, project, now),
    auditItem(user, 'registered', { sourceIp: '127.0.0.1', userAgent: 'test' }, now),
  ];
};
