import * as z from 'zod';
import type { UserScope } from '../core/scope.ts';
import { accountKeys, getItem, type Item, SCHEMA_VERSION, type StoredItem, userKeys } from '../store/index.ts';

/**
 * What a person may do and use. It has a partition of its own, because a role can be limited by partition only: most
 * functions write items of their users, and none of those may make an administrator of anybody.
 */
export const accountSchema = z.object({ roles: z.array(z.enum(['user', 'admin'])).min(1), tier: z.string() });
export type Account = z.infer<typeof accountSchema>;

export const NEW_ACCOUNT: Account = { roles: ['user'], tier: 'standard' };

export const accountItem = (user: UserScope, { roles, tier }: Account): StoredItem => ({
  ...accountKeys.account(user),
  v: SCHEMA_VERSION,
  roles,
  tier,
});

export const findAccount = async (user: UserScope): Promise<Account | undefined> => {
  const item = await getItem(accountKeys.account(user));
  return item && accountSchema.parse(item);
};

/** What the profile of a person holds who has not signed in since accounts have a place of their own. */
export const formerAccount = (profile: Item | undefined): Account | undefined => accountSchema.safeParse(profile).data;

/** The account of a person, wherever it stands; `undefined` for nobody. */
export const accountOf = async (user: UserScope): Promise<Account | undefined> =>
  (await findAccount(user)) ?? formerAccount(await getItem(userKeys.profile(user)));
