import { Defect } from '../core/errors.ts';
import type { UserScope } from '../core/scope.ts';
import { accountKeys, getItem, type Item, transact, userKeys, type Write } from '../store/index.ts';
import { type Account, accountItem, accountSchema, findAccount, formerAccount } from './account.ts';

const notYetMoved = 'attribute_not_exists(#pk)';

/**
 * The account of a person, moved to its own partition if it still stands among the items that most functions write: roles
 * and tier in the profile, policies beside it. From then on nobody looks there again. `undefined` for nobody.
 *
 *     one sign-in     reads the profile ── moves it
 *     an operator                                    changes the tier
 *     another         reads the profile ─────────────────────────────── finds it moved, takes the changed one
 */
export const settleAccount = async (user: UserScope): Promise<Account | undefined> => {
  const standing = await findAccount(user);
  if (standing) return standing;
  const [profile, policies] = await Promise.all([
    getItem(userKeys.profile(user)),
    getItem(userKeys.formerPolicies(user)),
  ]);
  const former = formerAccount(profile);
  return former && (await moved(user, former, policies));
};

const moved = async (user: UserScope, former: Account, policies: Item | undefined): Promise<Account> => {
  const writes: Write[] = [{ put: accountItem(user, former), when: notYetMoved }];
  if (policies) writes.push({ put: { ...policies, ...accountKeys.policies(user) }, when: notYetMoved });
  const outcome = await transact(writes);
  if (outcome.ok) return former;
  const account = accountSchema.safeParse(outcome.items[0]);
  if (!account.success) throw new Defect('An account cannot be read.', { cause: account.error });
  return account.data;
};
