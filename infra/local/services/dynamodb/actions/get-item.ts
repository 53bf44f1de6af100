import { itemAccess } from '../access.ts';
import { consumed, type ReturnConsumed, readUnits } from '../capacity.ts';
import { project } from '../expressions/path.ts';
import type { ProjectionExpression } from '../expressions/syntax.ts';
import { parse, SHAPES } from '../requests.ts';
import { checkKey, checkPaths } from '../schema-checks.ts';
import { keyOf } from '../storage/items.ts';
import type { Table } from '../table.ts';
import type { Item } from '../values/types.ts';
import { action, type Store } from './action.ts';

export type Get = { TableName: string; Key: Item; _projection?: ProjectionExpression };
type GetItem = Get & { ConsistentRead?: boolean; ReturnConsumedCapacity?: ReturnConsumed };

/** One item, or the parts of it that were asked for, and the size of the whole. */
export function read(
  get: Omit<Get, 'TableName'>,
  table: Table,
  store: Store,
): { item: Item | undefined; size: number } {
  checkKey(get.Key, table);
  checkPaths(get._projection?.nestedPaths, table);
  const stored = store.items.get(table, keyOf(get.Key, table));
  const item = stored && get._projection ? project(get._projection.paths, stored.item) : stored?.item;
  return { item, size: stored?.size ?? 0 };
}

export const getItem = action<GetItem>({
  parse: (body) => parse(SHAPES.GetItem, body),
  access: (request, store) => [itemAccess('GetItem', request.TableName, { items: [request.Key], store })],
  run: (request, store) => {
    const { item, size } = read(request, store.catalog.get(request.TableName), store);
    const units = { table: readUnits(size, request.ConsistentRead), indexes: {} };
    return {
      reply: {
        Item: item,
        ConsumedCapacity: consumed(request.TableName, units, { wanted: request.ReturnConsumedCapacity }),
      },
      usage: { readUnits: units.table, writeUnits: 0, items: item ? 1 : 0 },
    };
  },
});
