import { type Account, administratorWrites, type OwnBudget, settleAccount } from '../accounts/index.ts';
import { type AuditAction, auditItem, type Origin } from '../audit/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { Conflict, NotFound, Unavailable } from '../core/errors.ts';
import { fullJitter, pause } from '../core/jitter.ts';
import type { UserScope } from '../core/scope.ts';
import { closeSockets } from '../identity/index.ts';
import { accountKeys, transact, type Write } from '../store/index.ts';
import { changesOf } from './changes.ts';
import { requireTier, tierCheck } from './tiers/given.ts';

/** What an administrator may change of a person; what is not named stays. `null`: the tier's budget again. */
export type AccountChange = {
  roles?: Account['roles'] | undefined;
  tier?: string | undefined;
  locked?: boolean | undefined;
  budget?: OwnBudget | null | undefined;
};

/** An administrator over the API, with the origin of their request; or the operator of the deployment, at its table. */
export type By = { admin?: UserScope; origin: Partial<Origin>; clock?: Clock };

/** Every attempt after the first follows another change of the same account. */
const MAX_ATTEMPTS = 20;

const notChangedSince = '#revision = :revision';
const neverChanged = 'attribute_exists(#pk) and attribute_not_exists(#revision)';

/**
 * Changes what a person may do and use, with an entry for each change in their audit trail and in that of whoever did it, in
 * one transaction. It holds with the person's next request. 404 for nobody, 409 where no administrator would be left, 422
 * for a tier that there is not.
 */
export const changeAccount = async (user: UserScope, change: AccountChange, by: By): Promise<Account> => {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (change.tier !== undefined) await requireTier(change.tier);
    const before = await settleAccount(user);
    if (!before || before.removed_at !== undefined) throw new NotFound('There is no such user.');
    const after = changed(before, change);
    const changes = changesOf(before, after);
    if (changes.length === 0 || (await write(user, { before, after, changes, by }))) {
      // Also of one that was locked before: whoever locked it may have died before the sockets were closed.
      if (after.locked) await closeSockets(user, 'anything');
      return after;
    }
    await pause(fullJitter(Math.min(attempt, 6), { base: 4, cap: 200 }));
  }
  throw new Unavailable('This account is changed by others at the same time; retry shortly.', { retryAfter: 1 });
};

const changed = (before: Account, { roles, tier, locked, budget }: AccountChange): Account => {
  const { budget: own, ...rest } = before;
  const kept = budget === undefined ? own : (budget ?? undefined);
  return {
    ...rest,
    ...(roles && { roles: [...new Set(roles)] }),
    ...(tier !== undefined && { tier }),
    ...(locked !== undefined && { locked }),
    ...(kept && { budget: kept }),
  };
};

type Step = { before: Account; after: Account; changes: { action: AuditAction; what: string }[]; by: By };

/** `false`: another change came first. */
const write = async (user: UserScope, { before, after, changes, by }: Step): Promise<boolean> => {
  const { admin, origin, clock = systemClock } = by;
  const now = clock.now();
  const { roles, tier, locked = false, budget } = after;
  const { revision } = before;
  const account: Write = {
    key: accountKeys.account(user),
    update: `SET #roles = :roles, #tier = :tier, #locked = :locked, #revision = :next${budget ? ', #budget = :budget' : ' REMOVE #budget'}`,
    when: revision === undefined ? neverChanged : notChangedSince,
    values: { roles, tier, locked, budget, revision, next: (revision ?? 0) + 1 },
  };
  const administrators = administratorWrites(user, before, after);
  const isOwn = admin?.userId === user.userId;
  const entries = changes.flatMap(({ action, what }): Write[] => [
    { put: auditItem(user, action, { ...((isOwn || !admin) && origin), target: what }, now) },
    ...(admin && !isOwn
      ? [{ put: auditItem(admin, action, { ...origin, target: `${user.userId} ${what}` }, now) }]
      : []),
  ]);
  const given = before.tier === tier ? [] : tierCheck(tier);
  const outcome = await transact([account, ...given, ...administrators, ...entries]);
  if (outcome.ok) return true;
  // Another change came first, or the tier is gone: both show when it is tried again.
  const isOutrun = outcome.lost.some((at) => at <= given.length);
  if (!isOutrun) throw new Conflict('The last administrator cannot be removed or locked.');
  return false;
};
