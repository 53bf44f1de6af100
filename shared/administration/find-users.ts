import { accountSchema, formerAccount, listUserIds } from '../accounts/index.ts';
import { isUserId } from '../core/ids.ts';
import { authenticated, type UserScope } from '../core/scope.ts';
import { configuredIssuers, emailHash, normalizedEmail, type Profile, storedProfileSchema } from '../identity/index.ts';
import { accountKeys, getItem, getItems, type Item, pointerKeys, userKeys } from '../store/index.ts';

/** Which users are wanted. An e-mail address is one whole address, however it is spelled. */
export type UserFilter = {
  email?: string | undefined;
  role?: 'user' | 'admin' | undefined;
  tier?: string | undefined;
  locked?: boolean | undefined;
};

/** The scope of a user that an administrator names, whether or not there is one; `undefined` for what can be nobody's id. */
export const scopeOfUser = (userId: string): UserScope | undefined =>
  isUserId(userId) ? authenticated({ userId }) : undefined;

/** A page reads no more users than this: a filter that almost nobody fits answers a short page with a cursor. */
const MAX_USERS_READ = 2_000;
/** Each takes two items, and a batch has a hundred. */
const BATCH_SIZE = 50;

/** No user registers later, or registered earlier. */
const LAST_ID = 'z'.repeat(26);
const FIRST_ID = '0'.repeat(26);

type Page = { items: Profile[]; next: string | undefined };

/**
 * A page of the users a filter selects, those who registered last first unless asked otherwise. `after` and `next` are ids of users. Of an e-mail
 * address, whoever signs in with it here comes first, alone; people of other issuers may have the same, and are found among all.
 */
export const findUsers = async ({
  limit,
  after,
  oldestFirst,
  email,
  ...filter
}: UserFilter & { limit: number; after?: string | undefined; oldestFirst?: boolean }): Promise<Page> => {
  const address = email === undefined ? undefined : normalizedEmail(email);
  const isWanted = ({ email: own, roles, tier, locked = false }: Profile): boolean =>
    (address === undefined || own === address) &&
    (filter.role === undefined || roles.includes(filter.role)) &&
    (filter.tier === undefined || tier === filter.tier) &&
    (filter.locked === undefined || locked === filter.locked);
  const owner = address === undefined ? undefined : await userOfEmail(address);
  if (owner && after === undefined) {
    const mayHaveMore = configuredIssuers().length > 0;
    const start = oldestFirst ? FIRST_ID : LAST_ID;
    return { items: (await profilesOf([owner.userId])).filter(isWanted), next: mayHaveMore ? start : undefined };
  }
  if (address !== undefined && configuredIssuers().length === 0) return { items: [], next: undefined };
  const found: Profile[] = [];
  let position = after;
  for (let read = 0; read < MAX_USERS_READ; ) {
    const { ids, next } = await listUserIds({ limit: BATCH_SIZE, after: position, oldestFirst });
    read += ids.length;
    found.push(...(await profilesOf(ids.filter((id) => id !== owner?.userId))).filter(isWanted));
    const last = found[limit - 1];
    if (found.length > limit || (found.length === limit && next !== undefined)) {
      return { items: found.slice(0, limit), next: last?.user_id };
    }
    position = next;
    if (position === undefined) break;
  }
  return { items: found, next: position };
};

/** Whose address this is. */
export const userOfEmail = async (email: string): Promise<UserScope | undefined> => {
  const pointer = await getItem(pointerKeys.email(emailHash(normalizedEmail(email))));
  return typeof pointer?.user_id === 'string' ? authenticated({ userId: pointer.user_id }) : undefined;
};

/** In the order of the ids; whoever is being removed is left out. */
export const profilesOf = async (ids: string[]): Promise<Profile[]> => {
  if (ids.length === 0) return [];
  const users = ids.map((userId) => authenticated({ userId }));
  const items = await getItems(users.flatMap((user) => [userKeys.profile(user), accountKeys.account(user)]));
  const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
  const itemAt = ({ pk, sk }: Pick<Item, 'pk' | 'sk'>) => byKey.get(`${pk} ${sk}`);
  return users.flatMap((user) => {
    const [profile, stored] = [itemAt(userKeys.profile(user)), itemAt(accountKeys.account(user))];
    const account = stored ? accountSchema.parse(stored) : formerAccount(profile);
    return profile && account ? [{ ...storedProfileSchema.parse(profile), ...account }] : [];
  });
};
