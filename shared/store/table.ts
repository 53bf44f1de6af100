import * as platform from '../platform/table/index.ts';
import { isSameKey, type Key, type Partition } from './keys/index.ts';

/*
 * The platform's table, narrowed to keys and ranges that `keys/` built: one made from loose strings does not compile
 * (`queryPage({ ...ranges.messages(project, session), limit: 50 })`).
 */
export type { Condition, Outcome } from '../platform/table/index.ts';
export { countDue, type DuePosition, queryDue } from '../platform/table/index.ts';

export type Item = platform.Item;
export type StoredItem = Key & Record<string, unknown>;

export type Write =
  | ({ put: StoredItem } & platform.Condition)
  | ({ update: string; key: Key } & platform.Condition)
  | ({ remove: Key } & platform.Condition)
  | ({ check: Key } & platform.Condition & { when: string });

/** A range of one partition. */
export type Query = Omit<platform.Query, 'pk'> & { in: Partition };

const plainQuery = ({ in: partition, ...rest }: Query): platform.Query => ({ ...rest, pk: partition });

export const getItem = (key: Key): Promise<Item | undefined> => platform.getItem(key);
export const peekItem = (key: Key): Promise<Item | undefined> => platform.peekItem(key);
export const getItems = (keys: Key[]): Promise<Item[]> => platform.getItems(keys);
/** The same, each in the place of its key; keys may be missing, as items may. */
export const getEach = async <const Keys extends readonly (Key | undefined)[]>(
  keys: Keys,
): Promise<{ [At in keyof Keys]: Item | undefined }> => {
  const items = await getItems(keys.filter((key) => key !== undefined));
  const found = keys.map((key) => key && items.find((item) => isSameKey(item, key)));
  return found as { [At in keyof Keys]: Item | undefined };
};
export const queryPage = (query: Query) => platform.queryPage(plainQuery(query));
export const queryAll = (query: Query) => platform.queryAll(plainQuery(query));
export const putItem = (item: StoredItem, condition?: platform.Condition) => platform.putItem(item, condition);
export const updateItem = (key: Key, update: string, condition: platform.Condition) =>
  platform.updateItem(key, update, condition);
export const deleteItem = (key: Key, condition?: platform.Condition) => platform.deleteItem(key, condition);
export const transact = (writes: Write[], token?: string) => platform.transact(writes, token);
export const deleteItems = (items: Array<Key | Item>) => platform.deleteItems(items);
