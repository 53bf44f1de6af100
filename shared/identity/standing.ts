import { type Account, accountOf, accountSchema, NEW_ACCOUNT } from '../accounts/index.ts';
import { SECOND } from '../core/clock.ts';
import { Forbidden } from '../core/errors.ts';
import type { UserScope } from '../core/scope.ts';
import { accountKeys, getItems, isSameKey, type Key, userKeys } from '../store/index.ts';
import { notSignedIn } from './not-signed-in.ts';
import { cutoffIn, isCutOff } from './sign-ins/cutoff.ts';

/** The answer to whoever is who they say, and whose account an administrator has locked. */
const locked = (): Forbidden => new Forbidden('This account is locked. Ask an administrator of this service.');

/** Lets nobody in who has left, or whose account is locked. */
export const requireUnlocked = (account: Account): void => {
  if (account.removed_at !== undefined) throw notSignedIn('the user was removed');
  if (account.locked) throw locked();
};

/**
 * The account of somebody who has none in its place, and has not signed in since there is one. Most functions can write where
 * it stood, so it makes no administrator of anybody.
 */
const withoutRoles = (former: Account | undefined): Account | undefined =>
  former && { ...former, roles: NEW_ACCOUNT.roles };

/** A user's items by these keys, and their account, in one read. */
const readWithAccount = async (user: UserScope, keys: Key[]) => {
  const key = accountKeys.account(user);
  const items = await getItems([...keys, key]);
  const stored = items.find((item) => isSameKey(item, key));
  const account = stored ? accountSchema.parse(stored) : withoutRoles(await accountOf(user));
  return { account, others: items.filter((item) => item !== stored) };
};

type Standing = { account: Account | undefined; denied: boolean };

/**
 * `ids` are the `jti` of a token and the family of its sign-in; `denied`: one of them was taken back, or the sign-in was
 * ended with all others.
 */
export const standingOf = async (user: UserScope, ids: string[], now: number): Promise<Standing> => {
  const all = userKeys.endedSignIns(user);
  const { account, others } = await readWithAccount(user, [...ids.map((id) => userKeys.revoked(user, id)), all]);
  const entries = others.filter(({ expires_at }) => Number(expires_at) > now / SECOND);
  const denied = entries.some((one) => !isSameKey(one, all) || ids.some((id) => isCutOff(id, cutoffIn(one))));
  return { account, denied };
};

/**
 * What the owner of a token may do now. Read from the table on every request, with the deny-list: a sign-out, a role that
 * was taken away and a lock take effect with the next request, whatever the token says. 401 and 403.
 */
export const requireStanding = async (user: UserScope, ids: string[], now: number): Promise<Account> => {
  const { account, denied } = await standingOf(user, ids, now);
  if (denied) throw notSignedIn('revoked token');
  if (!account) throw notSignedIn('the user was removed');
  requireUnlocked(account);
  return account;
};

export const isTokenWithdrawn = async (user: UserScope, ids: string[], now: number): Promise<boolean> => {
  const { account, denied } = await standingOf(user, ids, now);
  return denied || !account || account.locked === true;
};

export const isKeyWithdrawn = async (user: UserScope, id: string): Promise<boolean> => {
  const { account, others } = await readWithAccount(user, [userKeys.apiKey(user, id)]);
  return others.length === 0 || !account || account.locked === true;
};
