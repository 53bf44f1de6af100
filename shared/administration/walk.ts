import { listUserIds } from '../accounts/index.ts';
import { authenticated, type UserScope } from '../core/scope.ts';

/** Users that are looked at side by side. */
const AT_ONCE = 16;

/** The users of one step of a walk, and where the next begins; `undefined` at the end. */
type Step = { users: UserScope[]; next: string | undefined };

type From = { after?: string | undefined; oldestFirst?: boolean | undefined };

const step = async (from: From, most: number): Promise<Step> => {
  const { ids, next } = await listUserIds({ ...from, limit: Math.min(AT_ONCE, most) });
  return { users: ids.map((userId) => authenticated({ userId })), next };
};

/**
 * What `look` finds of each user, newest first unless asked otherwise, for at most `most` of them: an overview is read where things
 * stand, key by key, so a page of it covers so many users. `next` is the last of them, where others follow.
 */
export const walkUsers = async <T>(
  { after, oldestFirst, most }: From & { most: number },
  look: (user: UserScope) => Promise<T>,
): Promise<{ found: { user: UserScope; seen: T }[]; next: string | undefined }> => {
  const found: { user: UserScope; seen: T }[] = [];
  let position = after;
  while (found.length < most) {
    const { users, next } = await step({ after: position, oldestFirst }, most - found.length);
    found.push(...(await Promise.all(users.map(async (user) => ({ user, seen: await look(user) })))));
    if (next === undefined) return { found, next: undefined };
    position = next;
  }
  return { found, next: position };
};

/** Each user, the newest first. */
export async function* everyUser(): AsyncGenerator<UserScope> {
  let position: string | undefined;
  do {
    const { users, next } = await step({ after: position }, AT_ONCE);
    yield* users;
    position = next;
  } while (position !== undefined);
}
