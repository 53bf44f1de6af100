import { project } from './expressions/path.ts';
import { keyIn, sameKey } from './storage/items.ts';
import type { Index, Table } from './table.ts';
import { attributeOf, sameItem, sizeOfItem } from './values/attribute-value.ts';
import type { Item } from './values/types.ts';

const WRITE_UNIT_BYTES = 1024;
const READ_UNIT_BYTES = 4096;
/** A transactional read or write takes two units where a plain one takes one. */
export const TRANSACTIONAL = 2;

export type Units = { table: number; indexes: Record<string, number> };
export type ReturnConsumed = 'INDEXES' | 'TOTAL' | 'NONE' | undefined;

export const readUnits = (size: number, consistent = false) =>
  Math.max(1, Math.ceil(size / READ_UNIT_BYTES)) * (consistent ? 1 : 0.5);

export function writeUnits(table: Table, before: Item | undefined, after: Item | undefined): Units {
  const indexes = table.indexes.map((index) => [index.name, indexUnits(table, { index, before, after })] as const);
  return {
    table: Math.max(unitsOf(before), unitsOf(after)),
    indexes: Object.fromEntries(indexes.filter(([, units]) => units > 0)),
  };
}

export const totalOf = (units: Units) => Object.values(units.indexes).reduce((sum, more) => sum + more, units.table);

export function times(units: Units, factor: number): Units {
  const indexes = Object.entries(units.indexes).map(([name, value]) => [name, value * factor] as const);
  return { table: units.table * factor, indexes: Object.fromEntries(indexes) };
}

export function sumOf(all: Units[]): Units {
  const indexes: Record<string, number> = {};
  for (const units of all) {
    for (const [name, value] of Object.entries(units.indexes)) indexes[name] = (indexes[name] ?? 0) + value;
  }
  return { table: all.reduce((sum, units) => sum + units.table, 0), indexes };
}

/** The `ConsumedCapacity` of a reply, in the detail the caller asked for. */
export function consumed(
  tableName: string,
  units: Units,
  { wanted, split }: { wanted: ReturnConsumed; split?: 'Read' | 'Write' | undefined },
) {
  if (wanted === undefined || wanted === 'NONE') return undefined;
  const total = totalOf(units);
  const kind = split && { [`${split}CapacityUnits`]: total };
  if (wanted === 'TOTAL') return { TableName: tableName, CapacityUnits: total, ...kind };
  const indexes = Object.entries(units.indexes).map(([name, value]) => [name, { CapacityUnits: value }] as const);
  return {
    TableName: tableName,
    CapacityUnits: total,
    ...kind,
    Table: { CapacityUnits: units.table },
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: Object.fromEntries(indexes) }),
  };
}

/** The attributes of an item that an index carries. */
export function projected(item: Item, index: Pick<Index, 'projected'>): Item {
  if (index.projected === 'all') return item;
  const names = [...index.projected].filter((name) => attributeOf(item, name) !== undefined);
  return project(
    names.map((name) => [name]),
    item,
  );
}

function indexUnits(
  table: Table,
  { index, before, after }: { index: Index; before: Item | undefined; after: Item | undefined },
): number {
  const from = before && keyIn(before, index, table);
  const to = after && keyIn(after, index, table);
  const old = from && projected(before, index);
  const fresh = to && projected(after, index);
  if (!old) return fresh ? unitsOf(fresh) : 0;
  if (!fresh) return unitsOf(old);
  if (!sameKey(from, to!)) return unitsOf(old) + unitsOf(fresh);
  return sameItem(old, fresh) ? 0 : Math.max(unitsOf(old), unitsOf(fresh));
}

const unitsOf = (item: Item | undefined) => (item ? Math.max(1, Math.ceil(sizeOfItem(item) / WRITE_UNIT_BYTES)) : 1);
