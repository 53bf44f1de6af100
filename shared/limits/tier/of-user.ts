import { accountLocked, recentAccountOf } from '../../accounts/index.ts';
import type { UserScope } from '../../core/scope.ts';
import { DEFAULT_TIER, type Tier, tierNamed } from './tiers.ts';

/**
 * What a person may use now, as their account says: their tier, and instead of its month their own, part by part. Read
 * at most once a second in one invocation: a change holds with the next request, and for work under way with its next call of a
 * model after that second. 403 for an account that is locked: what its agents have begun ends then, if not before.
 */
export const tierOf = async (user: UserScope): Promise<Tier> => {
  const account = await recentAccountOf(user);
  if (account?.locked) throw accountLocked();
  const tier = await tierNamed(account?.tier ?? DEFAULT_TIER);
  return account?.budget ? { ...tier, month: { ...tier.month, ...account.budget } } : tier;
};
