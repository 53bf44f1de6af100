import { scanKeys } from '../platform/table/scan.ts';
import { type Partition, partitionOfItem, placeOf } from '../store/index.ts';

/** The partitions of each user, also those to which nothing leads any more. */
export type Partitions = Map<string, Set<Partition>>;

/** Looks through the whole table, or for one user's partitions in it. `onPage` hears how many items were seen so far. */
export const partitionsOfUsers = async ({
  only,
  onPage,
}: {
  only?: string | undefined;
  onPage: (seen: number) => void;
}): Promise<Partitions> => {
  const found: Partitions = new Map();
  let seen = 0;
  for await (const keys of scanKeys()) {
    for (const key of keys) {
      const user = placeOf(key)?.user;
      if (user === undefined || (only !== undefined && user !== only)) continue;
      const own = found.get(user) ?? new Set();
      found.set(user, own.add(partitionOfItem(key).in));
    }
    seen += keys.length;
    onPage(seen);
  }
  return found;
};
