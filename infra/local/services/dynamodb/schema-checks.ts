import db from 'dynalite/db/index.js';
import { invalid } from './errors.ts';
import type { UpdateExpression } from './expressions/syntax.ts';
import { namesOf, type Table, type VectorIndex } from './table.ts';
import { attributeOf, sizeOfItem, typeOf } from './values/attribute-value.ts';
import type { AttributeValue, Item } from './values/types.ts';

const MAX_ITEM_BYTES = 400 * 1024;

/** A scalar inside 31 maps and lists is the deepest: the 32 levels that the quotas name count it too. */
const MAX_CONTAINERS = 31;

/** Throws dynalite's finding, if it has one. */
function check(failure: Error | null | undefined): void {
  if (failure) throw failure;
}

export const checkKey = (key: Item, table: Table) => check(db.validateKey(key, table.definition));
export const checkPaths = (nested: object | undefined, table: Table) =>
  check(db.validateKeyPaths(nested, table.definition));
export const checkUpdates = (updates: UpdateExpression | undefined, table: Table) =>
  check(db.validateUpdates(undefined, updates, table.definition));

/** An item that is to be stored: keys of the table and its indexes have their types, none is empty, the whole fits. */
export function checkItem(item: Item, table: Table, tooLarge: string): void {
  check(db.validateItem(item, table.definition));
  for (const name of table.indexes.flatMap(namesOf)) {
    const key = attributeOf(item, name);
    if (key?.S === '' || key?.B === '') {
      throw invalid(
        `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexKey: ${name}`,
      );
    }
  }
  for (const index of table.vectorIndexes) checkVector(item, index, table);
  if (Object.values(item).some((value) => isDeeperThan(MAX_CONTAINERS, value))) {
    throw invalid(
      'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
    );
  }
  if (sizeOfItem(item) > MAX_ITEM_BYTES) throw invalid(tooLarge);
}

/** An item without the vector, or without the partition key of the index, is stored and not indexed; a wrong one is refused. */
function checkVector(item: Item, { name, hash, filters, vector, dimensions }: VectorIndex, table: Table): void {
  for (const attribute of [hash, ...filters]) {
    const value = attributeOf(item, attribute);
    if (value && typeOf(value) !== table.types[attribute])
      throw invalid(`One or more parameter values were invalid: ${attribute} has another type than ${name} defines`);
  }
  const given = attributeOf(item, vector);
  if (given && (given.L?.length !== dimensions || given.L.some(({ N }) => N === undefined)))
    throw invalid(`One or more parameter values were invalid: ${vector} is not a list of ${dimensions} numbers`);
}

/** Whether a value has more containers in each other than that. */
function isDeeperThan(containers: number, { M: map, L: list }: AttributeValue): boolean {
  const inside = map ? Object.values(map) : list;
  if (!inside) return false;
  return containers === 0 || inside.some((value) => isDeeperThan(containers - 1, value));
}
