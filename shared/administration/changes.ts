import type { Account, OwnBudget } from '../accounts/index.ts';
import type { AuditAction } from '../audit/index.ts';

/** One thing that differs between an account before and after, as the audit trail tells it. */
export type Change = { action: AuditAction; what: string };

const added = (before: Account, after: Account): Change[] =>
  after.roles.filter((role) => !before.roles.includes(role)).map((what) => ({ action: 'role_granted', what }));

const removed = (before: Account, after: Account): Change[] =>
  before.roles.filter((role) => !after.roles.includes(role)).map((what) => ({ action: 'role_revoked', what }));

const PARTS = ['money', 'tokens', 'requests'] as const;

const isSame = (one: OwnBudget | undefined, other: OwnBudget | undefined): boolean =>
  PARTS.every((part) => one?.[part] === other?.[part]);

/** `money 5000000000, requests 100`; money in billionths of a US dollar. */
const inWords = (budget: OwnBudget | undefined): string =>
  PARTS.flatMap((part) => (budget?.[part] === undefined ? [] : [`${part} ${budget[part]}`])).join(', ') ||
  'of the tier';

export const changesOf = (before: Account, after: Account): Change[] => {
  const lock: Change = { action: after.locked ? 'account_locked' : 'account_unlocked', what: 'account' };
  return [
    ...added(before, after),
    ...removed(before, after),
    ...(before.tier === after.tier ? [] : [{ action: 'tier_changed' as const, what: after.tier }]),
    ...((before.locked ?? false) === (after.locked ?? false) ? [] : [lock]),
    ...(isSame(before.budget, after.budget)
      ? []
      : [{ action: 'budget_changed' as const, what: inWords(after.budget) }]),
  ];
};
