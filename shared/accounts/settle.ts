import { Defect } from '../core/errors.ts';
import type { UserScope } from '../core/scope.ts';
import { accountKeys, getItem, type Item, transact, userKeys, type Write } from '../store/index.ts';
import { type Account, accountItem, accountSchema, findAccount, formerAccount } from './account.ts';
import { administratorWrites } from './administrators.ts';
import { directoryItem } from './directory.ts';

const notYetMoved = 'attribute_not_exists(#pk)';
const notYetListed = 'attribute_exists(#pk) and attribute_not_exists(#listed)';

/**
 * The account of a person as this version keeps it: in its own partition, whatever stood in the profile, which most
 * functions write; and with an entry in the directory. From then on nobody looks there again. `undefined` for nobody.
 *
 *     one sign-in     reads the profile ── moves it
 *     an operator                                    changes the tier
 *     another         reads the profile ─────────────────────────────── finds it moved, takes the changed one
 */
export const settleAccount = async (user: UserScope): Promise<Account | undefined> => {
  const standing = await findAccount(user);
  if (standing) return standing.listed ? standing : await listed(user, standing);
  const [profile, policies] = await Promise.all([
    getItem(userKeys.profile(user)),
    getItem(userKeys.formerPolicies(user)),
  ]);
  const former = formerAccount(profile);
  return former && (await moved(user, former, policies));
};

/** Entries of the directory that a new or a settled account has to have. */
const entries = (user: UserScope, account: Account): Write[] => [
  { put: directoryItem(user) },
  ...administratorWrites(user, account, account),
];

/** An account that another sign-in lists at the same time is listed all the same. */
const listed = async (user: UserScope, standing: Account): Promise<Account> => {
  const mark = { key: accountKeys.account(user), update: 'set #listed = :yes', values: { yes: true } };
  await transact([{ ...mark, when: notYetListed }, ...entries(user, standing)]);
  return { ...standing, listed: true };
};

const moved = async (user: UserScope, former: Account, policies: Item | undefined): Promise<Account> => {
  const account = { ...former, listed: true };
  const writes: Write[] = [{ put: accountItem(user, account), when: notYetMoved }, ...entries(user, account)];
  if (policies) writes.push({ put: { ...policies, ...accountKeys.policies(user) }, when: notYetMoved });
  const outcome = await transact(writes);
  if (outcome.ok) return account;
  const other = accountSchema.safeParse(outcome.items[0]);
  if (!other.success) throw new Defect('An account cannot be read.', { cause: other.error });
  return other.data;
};
