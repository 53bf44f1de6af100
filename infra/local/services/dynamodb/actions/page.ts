import { consumed, projected, type ReturnConsumed, readUnits, totalOf, type Units } from '../capacity.ts';
import { invalid } from '../errors.ts';
import { holds } from '../expressions/condition.ts';
import { project } from '../expressions/path.ts';
import type { ConditionExpression, ProjectionExpression } from '../expressions/syntax.ts';
import { checkPaths } from '../schema-checks.ts';
import { keyIn } from '../storage/items.ts';
import { type Cursor, type Range, rowsIn } from '../storage/ranges.ts';
import { type Index, namesOf, type Table } from '../table.ts';
import { sizeOfItem } from '../values/attribute-value.ts';
import type { Item } from '../values/types.ts';
import type { Result, Store } from './action.ts';

const MAX_PAGE_BYTES = 1024 * 1024;

export type Paged = {
  TableName: string;
  IndexName?: string;
  Limit?: number;
  ExclusiveStartKey?: Item;
  ConsistentRead?: boolean;
  Select?: 'ALL_ATTRIBUTES' | 'ALL_PROJECTED_ATTRIBUTES' | 'SPECIFIC_ATTRIBUTES' | 'COUNT';
  ReturnConsumedCapacity?: ReturnConsumed;
  _filter?: ConditionExpression;
  _projection?: ProjectionExpression;
};

/** One page of a query or scan: up to `Limit` items or 1 MB looked at, before the filter. */
export function page(
  request: Paged,
  table: Table,
  index: Index | undefined,
  range: Range,
  backwards: boolean,
  store: Store,
): Result {
  checkSelection(request, table, index);
  const after = request.ExclusiveStartKey && startOf(request.ExclusiveStartKey, table, index);
  const items: Item[] = [];
  let scanned = 0;
  let bytes = 0;
  let last: Item | undefined;
  for (const row of rowsIn(store.database, table, index, range, after, backwards)) {
    const item = index ? projected(row.item, index) : row.item;
    bytes += item === row.item ? row.size : sizeOfItem(item);
    scanned++;
    if (!request._filter || holds(request._filter.expression, item)) items.push(item);
    if (scanned === request.Limit || bytes >= MAX_PAGE_BYTES) {
      last = item;
      break;
    }
  }
  const cost = readUnits(bytes, request.ConsistentRead);
  const units: Units = index ? { table: 0, indexes: { [index.name]: cost } } : { table: cost, indexes: {} };
  const paths = request._projection?.paths;
  return {
    reply: {
      Items: request.Select === 'COUNT' ? undefined : paths ? items.map((item) => project(paths, item)) : items,
      Count: items.length,
      ScannedCount: scanned,
      LastEvaluatedKey: last && cursorKey(last, table, index),
      ConsumedCapacity: consumed(table.name, units, { wanted: request.ReturnConsumedCapacity }),
    },
    usage: { readUnits: totalOf(units), writeUnits: 0, items: items.length },
  };
}

function checkSelection(
  { Select, ConsistentRead, _filter, _projection }: Paged,
  table: Table,
  index: Index | undefined,
): void {
  checkPaths(_projection?.nestedPaths, table);
  checkPaths(_filter?.nestedPaths, table);
  if (index?.kind === 'GlobalSecondaryIndexes' && ConsistentRead)
    throw invalid('Consistent reads are not supported on global secondary indexes');
  if (Select === 'SPECIFIC_ATTRIBUTES' && !_projection) {
    throw invalid('Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES');
  }
  if (_projection && Select && Select !== 'SPECIFIC_ATTRIBUTES') {
    throw invalid(`Cannot specify the ProjectionExpression when choosing to get ${Select}`);
  }
  if (!index && Select === 'ALL_PROJECTED_ATTRIBUTES') {
    throw invalid('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName');
  }
  if (!index || index.projected === 'all') return;
  if (Select === 'ALL_ATTRIBUTES') {
    throw invalid(
      `One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for ${kindOf(index)} secondary index ${index.name} because its projection type is not ALL`,
    );
  }
  const { projected: carried } = index;
  const missing = (_projection?.paths ?? []).map(([head]) => String(head)).filter((name) => !carried.has(name));
  if (missing.length > 0) {
    throw invalid(
      `One or more parameter values were invalid: ${kindOf(index) === 'local' ? 'Local' : 'Global'} secondary index ${index.name} does not project [${missing.join(', ')}]`,
    );
  }
}

const kindOf = ({ kind }: Index): string => (kind === 'LocalSecondaryIndexes' ? 'local' : 'global');

function startOf(key: Item, table: Table, index: Index | undefined): Cursor {
  const names = keyAttributeNames(table, index);
  const item = keyIn(key, table, table);
  const indexKey = index ? keyIn(key, index, table) : item;
  if (Object.keys(key).length !== names.length || !item || !indexKey)
    throw invalid('The provided starting key is invalid');
  return { indexKey, item };
}

function cursorKey(item: Item, table: Table, index: Index | undefined): Item {
  return Object.fromEntries(keyAttributeNames(table, index).map((name) => [name, item[name]!]));
}

const keyAttributeNames = (table: Table, index: Index | undefined) => [
  ...new Set([...namesOf(table), ...(index ? namesOf(index) : [])]),
];
