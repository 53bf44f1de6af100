import type { SQLInputValue } from 'node:sqlite';
import type { Index, Table } from '../table.ts';
import type { ItemKey } from '../values/key-bytes.ts';
import type { Item } from '../values/types.ts';
import type { Database } from './database.ts';

export type Bound = { at: Uint8Array; open: boolean };
/** The partition to read and where in it, or (`hashes`) a share of all partitions. */
export type Range = {
  hash?: Uint8Array;
  from?: Bound | undefined;
  to?: Bound | undefined;
  hashes?: { from: Uint8Array; to: Uint8Array | undefined } | undefined;
};
/** The row to continue after: its position in the table or index, and for an index also the item's own key. */
export type Cursor = { indexKey: ItemKey; item: ItemKey };
export type RangeRow = { item: string; size: number };

const TABLE_COLUMNS = ['hash', 'range'];
const INDEX_COLUMNS = ['e.hash', 'e.range', 'e.item_hash', 'e.item_range'];

/** Rows of a table or index in the order of their keys, backwards if asked, read as they are taken. */
export function rowsIn(
  database: Database,
  table: Table,
  index: Index | undefined,
  range: Range,
  after: Cursor | undefined,
  backwards: boolean,
): Iterable<{ item: Item; size: number }> {
  const columns = index ? INDEX_COLUMNS : TABLE_COLUMNS;
  const [hash, sort] = columns;
  const clauses: [string, ...SQLInputValue[]][] = [index ? ['e.index_id = ?', index.id] : ['table_id = ?', table.id]];
  if (range.hash) clauses.push([`${hash} = ?`, range.hash]);
  if (range.from) clauses.push([`${sort} ${range.from.open ? '>' : '>='} ?`, range.from.at]);
  if (range.to) clauses.push([`${sort} ${range.to.open ? '<' : '<='} ?`, range.to.at]);
  if (range.hashes) clauses.push([`${hash} >= ?`, range.hashes.from]);
  if (range.hashes?.to) clauses.push([`${hash} < ?`, range.hashes.to]);
  // Within one partition the order is that of the other columns.
  const first = range.hash ? 1 : 0;
  if (after) {
    const values = [after.indexKey.hash, after.indexKey.range, after.item.hash, after.item.range].slice(
      first,
      columns.length,
    );
    const compared = `(${columns.slice(first).join(', ')}) ${backwards ? '<' : '>'} (${values.map(() => '?').join(', ')})`;
    clauses.push([compared, ...values]);
  }
  const order = columns.slice(first).map((column) => `${column} ${backwards ? 'DESC' : 'ASC'}`);
  // The cross join makes SQLite start from the entries, which are in order, never from the items.
  const source = index
    ? 'i.item, i.size FROM entries e CROSS JOIN items i ON i.id = e.item_id'
    : 'item, size FROM items';
  const sql = `SELECT ${source} WHERE ${clauses.map(([clause]) => clause).join(' AND ')} ORDER BY ${order.join(', ')}`;
  return parsed(database.each<RangeRow>(sql, ...clauses.flatMap(([, ...values]) => values)));
}

function* parsed(rows: Iterable<RangeRow>): Generator<{ item: Item; size: number }> {
  for (const row of rows) yield { item: JSON.parse(row.item) as Item, size: row.size };
}
