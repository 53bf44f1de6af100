import * as z from 'zod';
import type { UserScope } from '../core/scope.ts';
import {
  accountKeys,
  getItem,
  type Item,
  recentItem,
  SCHEMA_VERSION,
  type StoredItem,
  userKeys,
} from '../store/index.ts';

/** A month of one's own, part by part instead of the tier's: `money` in billionths of a US dollar. */
export const ownBudgetSchema = z
  .object({ money: z.int().min(0), tokens: z.int().min(0), requests: z.int().min(0) })
  .partial();
export type OwnBudget = z.infer<typeof ownBudgetSchema>;

/**
 * What a person may do and use. It has a partition of its own, because a role can be limited by partition only: most
 * functions write items of their users, and none of those may make an administrator of anybody.
 */
export const accountSchema = z.object({
  roles: z.array(z.enum(['user', 'admin'])).min(1),
  tier: z.string(),
  /** Nothing is let in and no model is called any more, until it is unlocked. */
  locked: z.boolean().optional(),
  budget: ownBudgetSchema.optional(),
  /** They have left, in milliseconds: nobody is let in under this id while everything that was theirs is removed. */
  removed_at: z.int().optional(),
  /** Counts its changes. */
  revision: z.int().optional(),
  /** It has an entry in the directory: those of earlier versions get theirs when they next sign in. */
  listed: z.boolean().optional(),
});
export type Account = z.infer<typeof accountSchema>;

/** Whoever puts one puts its entry in the directory beside it (`directoryItem`). */
export const NEW_ACCOUNT: Account = { roles: ['user'], tier: 'standard', listed: true };

export const accountItem = (user: UserScope, account: Account): StoredItem => ({
  ...accountKeys.account(user),
  v: SCHEMA_VERSION,
  ...account,
});

export const findAccount = async (user: UserScope): Promise<Account | undefined> =>
  accountIn(await getItem(accountKeys.account(user)));

const accountIn = (item: Item | undefined): Account | undefined => item && accountSchema.parse(item);

const formerSchema = accountSchema.pick({ roles: true, tier: true });

/** What somebody has for whom another issuer vouches, until somebody decides otherwise. */
export const BEGINNER: Account = { roles: ['user'], tier: 'standard' };

/**
 * The account of a person who has none in its place: what the profile holds, if they have not signed in since accounts have
 * a place of their own; what everybody begins with, if another issuer vouches for them.
 */
export const formerAccount = (profile: Item | undefined): Account | undefined =>
  profile?.issuer === undefined ? formerSchema.safeParse(profile).data : BEGINNER;

/** The account of a person, wherever it stands; `undefined` for nobody. */
export const accountOf = async (user: UserScope): Promise<Account | undefined> =>
  (await findAccount(user)) ?? formerAccount(await getItem(userKeys.profile(user)));

/** The same, at most a second old, for work under way: no request is let in by it. */
export const recentAccountOf = async (user: UserScope): Promise<Account | undefined> =>
  accountIn(await recentItem(accountKeys.account(user))) ?? formerAccount(await getItem(userKeys.profile(user)));
