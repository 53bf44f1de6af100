import type { Table } from '../table.ts';
import type { ItemKey } from '../values/key-bytes.ts';
import type { Database } from './database.ts';
import type { Items } from './items.ts';

const DAY_SECONDS = 24 * 60 * 60;
/** Older than this, a time is taken for a mistake and the item stays (developer guide, "Time to Live"). */
const OLDEST_SECONDS = 5 * 365 * DAY_SECONDS;

/** Deletes what has expired in each table with a TTL attribute, one transaction per table. Returns how many items went. */
export function deleteExpired(database: Database, items: Items, tables: Table[], now: number): number {
  const seconds = now / 1000;
  return tables
    .filter((table) => table.definition.ttlAttribute !== undefined)
    .reduce((sum, table) => sum + database.atomically(() => sweep(database, items, table, seconds)), 0);
}

function sweep(database: Database, items: Items, table: Table, seconds: number): number {
  const sql = 'SELECT hash, range FROM items WHERE table_id = ? AND ttl < ? AND ttl > ?';
  const keys = database.rows<ItemKey>(sql, table.id, seconds, seconds - OLDEST_SECONDS);
  for (const key of keys) items.delete(table, key, items.get(table, key)!);
  return keys.length;
}
