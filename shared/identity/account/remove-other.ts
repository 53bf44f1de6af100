import { settleAccount } from '../../accounts/index.ts';
import { auditItem, type Origin } from '../../audit/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { Conflict, NotFound } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { log } from '../../observability/log.ts';
import { findProfile } from '../profile.ts';
import { removeAccount } from './removal.ts';

type By = { admin: UserScope; origin: Origin; clock?: Clock | undefined };

/**
 * An administrator removes somebody, as if they had left, with an entry in both trails. 404 for nobody, 409 for oneself, who
 * leaves by `DELETE /my`, and where no administrator would be left.
 */
export const removeOther = async (user: UserScope, { admin, origin, clock = systemClock }: By): Promise<void> => {
  if (user.userId === admin.userId) throw new Conflict('Nobody removes themselves here. Leave by DELETE /my.');
  const before = await settleAccount(user);
  const profile = await findProfile(user);
  if (!before || before.removed_at !== undefined || !profile) throw new NotFound('There is no such user.');
  const now = clock.now();
  const entries = [
    { put: auditItem(user, 'account_removed', { target: 'by an administrator' }, now) },
    { put: auditItem(admin, 'account_removed', { ...origin, target: user.userId }, now) },
  ];
  await removeAccount(user, { profile, before, entries, now });
  log.info('left', { user_id: user.userId, source_ip: origin.sourceIp });
};
