import type { UserScope } from '../core/scope.ts';
import { accountKeys, getItem, type Item, userKeys } from '../store/index.ts';
import { findAccount } from './account.ts';

/**
 * What an administrator has stored as the policies of one user. The order matters: an account that is moved between two of
 * these reads is found with its policies.
 *
 *     reader     no account ── looks for policies there ────────── looks where they stood
 *     sign-in                                            moves both
 */
export const findOwnPolicies = async (user: UserScope): Promise<Item | undefined> => {
  const account = await findAccount(user);
  const policies = await getItem(accountKeys.policies(user));
  return policies ?? (account ? undefined : await getItem(userKeys.formerPolicies(user)));
};
