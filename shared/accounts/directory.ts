import type { UserScope } from '../core/scope.ts';
import { directoryRanges, pointerKeys, queryPage, SCHEMA_VERSION, type StoredItem } from '../store/index.ts';

/**
 * The directory names every user and says nothing else of them: an administrator's lists read the rest where it stands, so
 * there is nothing to keep in step. Its entry is written with the account.
 */
export const directoryItem = (user: UserScope): StoredItem => ({
  ...pointerKeys.directory(user),
  v: SCHEMA_VERSION,
  user_id: user.userId,
});

/**
 * A page of the ids of all users, newest first unless asked otherwise; `after` and `next` are ids. An id begins with the time of registration, so
 * the shards, read side by side, are merged by it.
 */
export const listUserIds = async ({
  limit,
  after,
  oldestFirst = false,
}: {
  limit: number;
  after?: string | undefined;
  oldestFirst?: boolean | undefined;
}): Promise<{ ids: string[]; next: string | undefined }> => {
  const pages = await Promise.all(
    directoryRanges.map((range) =>
      queryPage({ ...range, limit: limit + 1, newestFirst: !oldestFirst, ...(after !== undefined && { after }) }),
    ),
  );
  const sorted = pages.flatMap(({ items }) => items.map(({ sk }) => sk)).sort();
  const all = oldestFirst ? sorted : sorted.reverse();
  const ids = all.slice(0, limit);
  return { ids, next: all.length > limit ? ids.at(-1) : undefined };
};
