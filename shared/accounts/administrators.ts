import type { UserScope } from '../core/scope.ts';
import { getItem, pointerKeys, type Write } from '../store/index.ts';
import type { Account } from './account.ts';

/** Who has the role, and who of them can act, because their account is not locked. */
export type Administrators = { members: string[]; active: string[] };

const isAdministrator = ({ roles }: Account): boolean => roles.includes('admin');
const canAct = (account: Account): boolean => isAdministrator(account) && account.locked !== true;

/** Besides `:name`, whether or not they are among those who can act. */
const anotherCanAct =
  'attribute_exists(#active) and ((contains(#active, :name) and size(#active) > :one) or (not contains(#active, :name) and size(#active) >= :one))';

/**
 * What has to be written with an account so that its change is known to the list of administrators. It fails where nobody
 * would be left who can act: all of them stand in one item, so of two who are removed at once
 *
 *     one      reads both ── removes the first, since the second is left
 *     another  reads both ──────────────────────────────────────────────── removes the second: refused
 */
export const administratorWrites = (user: UserScope, before: Account, after: Account): Write[] => {
  const [was, is] = [isAdministrator(before), isAdministrator(after)];
  if (!was && !is) return [];
  const key = pointerKeys.administrators();
  const me = new Set([user.userId]);
  if (canAct(after)) return [{ key, update: 'ADD #members :me, #active :me', values: { me } }];
  const update = is ? 'ADD #members :me DELETE #active :me' : 'DELETE #members :me, #active :me';
  return [{ key, update, when: anotherCanAct, values: { me, name: user.userId, one: 1 } }];
};

/** Sets that are empty are not stored at all. */
const idsIn = (set: unknown): string[] => (set instanceof Set ? [...(set as Set<string>)].sort() : []);

export const listAdministrators = async (): Promise<Administrators> => {
  const item = await getItem(pointerKeys.administrators());
  return { members: idsIn(item?.members), active: idsIn(item?.active) };
};
