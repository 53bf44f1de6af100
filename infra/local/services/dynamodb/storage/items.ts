import type { Index, KeyNames, Table } from '../table.ts';
import { attributeOf, sizeOfItem } from '../values/attribute-value.ts';
import { type ItemKey, NO_RANGE, partitionBytes, sortBytes } from '../values/key-bytes.ts';
import type { Item } from '../values/types.ts';
import type { Database } from './database.ts';

export type StoredItem = { id: number; item: Item; size: number };
type Row = { id: number; item: string; size: number };

/** The key of an item by the attributes of a table or index; `undefined` if it lacks one of them (a sparse index leaves it out). */
export function keyIn(item: Item, names: KeyNames, table: Table): ItemKey | undefined {
  const hash = attributeOf(item, names.hash);
  const range = names.range === undefined ? undefined : attributeOf(item, names.range);
  if (!hash || (names.range !== undefined && !range)) return undefined;
  const typesFit = table.types[names.hash]! in hash && (!range || table.types[names.range!]! in range);
  if (!typesFit) return undefined;
  return { hash: partitionBytes(hash), range: range ? sortBytes(range) : NO_RANGE };
}

export function keyOf(item: Item, table: Table): ItemKey {
  const key = keyIn(item, table, table);
  if (!key) throw new TypeError('the key has been checked before');
  return key;
}

export const sameKey = (a: ItemKey, b: ItemKey) =>
  Buffer.compare(a.hash, b.hash) === 0 && Buffer.compare(a.range, b.range) === 0;

const allOf = (table: Table): Index[] => [...table.indexes, ...table.vectorIndexes];

/** Items of all tables with their index entries. Callers wrap every change in one transaction of the database. */
export class Items {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get(table: Table, key: ItemKey): StoredItem | undefined {
    const row = this.#database.row<Row>(
      'SELECT id, item, size FROM items WHERE table_id = ? AND hash = ? AND range = ?',
      table.id,
      key.hash,
      key.range,
    );
    return row && { id: row.id, item: JSON.parse(row.item) as Item, size: row.size };
  }

  /** `before` is the item now stored under the key. */
  put(table: Table, key: ItemKey, item: Item, before: StoredItem | undefined): void {
    const values = [JSON.stringify(item), sizeOfItem(item), ttlOf(item, table)] as const;
    let id = before?.id;
    if (id === undefined) {
      const sql = 'INSERT INTO items (item, size, ttl, table_id, hash, range) VALUES (?, ?, ?, ?, ?, ?)';
      id = Number(this.#database.run(sql, ...values, table.id, key.hash, key.range).lastInsertRowid);
    } else {
      this.#database.run('UPDATE items SET item = ?, size = ?, ttl = ? WHERE id = ?', ...values, id);
    }
    for (const index of allOf(table)) this.#move(table, index, key, id, before?.item, item);
  }

  delete(table: Table, key: ItemKey, before: StoredItem): void {
    for (const index of allOf(table)) this.#move(table, index, key, before.id, before.item, undefined);
    this.#database.run('DELETE FROM items WHERE id = ?', before.id);
  }

  /** Enters every item that has the index's key. */
  fill(table: Table, index: Index): void {
    const rows = this.#database.rows<Row & ItemKey>('SELECT * FROM items WHERE table_id = ?', table.id);
    for (const row of rows) this.#move(table, index, row, row.id, undefined, JSON.parse(row.item) as Item);
  }

  /** Deletes everything, the tokens of transactions included: they stand for what was written. */
  clear(): void {
    for (const table of ['entries', 'items', 'tokens']) this.#database.run(`DELETE FROM ${table}`);
  }

  empty(index: Index): void {
    this.#database.run('DELETE FROM entries WHERE index_id = ?', index.id);
  }

  /** Rewrites the TTL column after the attribute's name changed. */
  refreshTtl(table: Table): void {
    const rows = this.#database.rows<Row>('SELECT id, item FROM items WHERE table_id = ?', table.id);
    for (const { id, item } of rows) {
      this.#database.run('UPDATE items SET ttl = ? WHERE id = ?', ttlOf(JSON.parse(item) as Item, table), id);
    }
  }

  #move(table: Table, index: Index, key: ItemKey, id: number, before: Item | undefined, after: Item | undefined): void {
    const from = before && keyIn(before, index, table);
    const to = after && keyIn(after, index, table);
    if (from && to && sameKey(from, to)) return;
    if (from) {
      const sql =
        'DELETE FROM entries WHERE index_id = ? AND hash = ? AND range = ? AND item_hash = ? AND item_range = ?';
      this.#database.run(sql, index.id, from.hash, from.range, key.hash, key.range);
    }
    if (to) {
      const sql =
        'INSERT INTO entries (index_id, hash, range, item_hash, item_range, item_id) VALUES (?, ?, ?, ?, ?, ?)';
      this.#database.run(sql, index.id, to.hash, to.range, key.hash, key.range, id);
    }
  }
}

/** Only a number counts as a time; any other type is kept for ever, as in AWS. */
function ttlOf(item: Item, table: Table): number | null {
  const name = table.definition.ttlAttribute;
  const value = name === undefined ? undefined : attributeOf(item, name)?.N;
  return value === undefined ? null : Number(value);
}
