import * as platform from '../platform/table.ts';
import type { Key } from './keys.ts';

/*
 * The platform's table, narrowed to keys that `keys.ts` built: a key made from loose strings does not compile. Partitions
 * are named by any key in them (`queryPage({ in: sessionKeys.log(scope, id), … })`).
 */
export type { Condition, Outcome } from '../platform/table.ts';
export { queryDue } from '../platform/table.ts';

export type Item = platform.Item;
export type StoredItem = Key & Record<string, unknown>;

export type Write =
  | ({ put: StoredItem } & platform.Condition)
  | ({ update: string; key: Key } & platform.Condition)
  | ({ remove: Key } & platform.Condition)
  | ({ check: Key } & platform.Condition & { when: string });

/** A range of one partition, which is that of the key `in`. */
export type Query = Omit<platform.Query, 'pk'> & { in: Key };

const plainQuery = ({ in: partition, ...rest }: Query): platform.Query => ({ ...rest, pk: partition.pk });

export const getItem = (key: Key): Promise<Item | undefined> => platform.getItem(key);
export const getItems = (keys: Key[]): Promise<Item[]> => platform.getItems(keys);
export const queryPage = (query: Query) => platform.queryPage(plainQuery(query));
export const queryAll = (query: Query) => platform.queryAll(plainQuery(query));
export const putItem = (item: StoredItem, condition?: platform.Condition) => platform.putItem(item, condition);
export const updateItem = (key: Key, update: string, condition: platform.Condition) =>
  platform.updateItem(key, update, condition);
export const deleteItem = (key: Key, condition?: platform.Condition) => platform.deleteItem(key, condition);
export const transact = (writes: Write[], token?: string) => platform.transact(writes, token);
export const deleteItems = (items: Array<Key | Item>) => platform.deleteItems(items);
