import { epochSeconds } from '../../core/clock.ts';
import {
  cacheKeys,
  deleteItem,
  getItem,
  getItems,
  isSameKey,
  putItem,
  SCHEMA_VERSION,
  type StoredItem,
  type Write,
} from '../../store/index.ts';
import { type Entry, entrySchema } from '../entry.ts';
import type { Level, Place } from '../level.ts';

/** An item costs a write for each kilobyte, twice in a transaction: what is larger belongs to the level of objects. */
const MAX_BYTES = 64 * 1024;

export type TableLevel = Level & {
  /** The put as a part of a transaction. `revision`: not over an entry of a newer one. */
  write(place: Place, entry: Entry): Write;
};

const isNoOlder = 'attribute_not_exists(#revision) or #revision <= :revision or #ends_at_ms <= :now';

const itemOf = ({ scope, name }: Place, entry: Entry): StoredItem => ({
  ...cacheKeys.entry(scope, name),
  v: SCHEMA_VERSION,
  ...entry,
  expires_at: epochSeconds(entry.ends_at_ms),
});

/** Entries as items of the table. The table removes them hours after their end; until then their end is read from them. */
export const tableLevel = (): TableLevel => ({
  name: 'table',
  max_bytes: MAX_BYTES,
  get: async ({ scope, name }) => {
    const item = await getItem(cacheKeys.entry(scope, name));
    return item && entrySchema.safeParse(item).data;
  },
  getMany: async (places) => {
    const keys = places.map(({ scope, name }) => cacheKeys.entry(scope, name));
    const items = await getItems(keys);
    return keys.map((key) => entrySchema.safeParse(items.find((item) => isSameKey(item, key))).data);
  },
  put: async (place, entry) => {
    await putItem(itemOf(place, entry));
  },
  delete: async ({ scope, name }) => {
    await deleteItem(cacheKeys.entry(scope, name));
  },
  write: (place, entry) => ({
    put: itemOf(place, entry),
    ...(entry.revision !== undefined && {
      when: isNoOlder,
      values: { revision: entry.revision, now: entry.stored_at_ms },
    }),
  }),
});
