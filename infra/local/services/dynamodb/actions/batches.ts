import { itemAccess } from '../access.ts';
import { consumed, type ReturnConsumed, readUnits, sumOf, totalOf, type Units, writeUnits } from '../capacity.ts';
import { invalid } from '../errors.ts';
import type { ProjectionExpression } from '../expressions/syntax.ts';
import { parse, SHAPES } from '../requests.ts';
import type { Item } from '../values/types.ts';
import { action, type Store } from './action.ts';
import { distinctKeys } from './distinct.ts';
import { read } from './get-item.ts';
import { commit, keyAttributes, prepare, type Write } from './write.ts';

const MAX_READ_BYTES = 16 * 1024 * 1024;
const MAX_WRITES = 25;

type Keys = { Keys: Item[]; ConsistentRead?: boolean; AttributesToGet?: string[]; _projection?: ProjectionExpression };
type BatchGet = { RequestItems: Record<string, Keys>; ReturnConsumedCapacity?: ReturnConsumed };
type WriteEntry = { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } };
type BatchWrite = { RequestItems: Record<string, WriteEntry[]>; ReturnConsumedCapacity?: ReturnConsumed };

export const batchGetItem = action<BatchGet & { asked: BatchGet }>({
  parse: (body) => {
    // `asked` is kept as it came: what is not processed goes back to the caller in his own words.
    const asked = structuredClone(body) as BatchGet;
    const request = parse<BatchGet>(SHAPES.BatchGetItem, body);
    const legacy = Object.values(request.RequestItems).some((keys) => keys.AttributesToGet);
    if (legacy) throw invalid('the local DynamoDB does not support AttributesToGet');
    return { ...request, asked };
  },
  access: ({ RequestItems }, store) =>
    Object.entries(RequestItems).map(([table, { Keys }]) => itemAccess('BatchGetItem', table, { items: Keys, store })),
  run: ({ RequestItems, ReturnConsumedCapacity, asked }, store) => {
    const budget = { left: MAX_READ_BYTES };
    const tables = Object.entries(RequestItems).map(([name, keys]) => ({
      name,
      ...readMany(name, keys, budget, store),
    }));
    const unprocessed = tables.filter(({ processed, name }) => processed < RequestItems[name]!.Keys.length);
    return {
      reply: {
        Responses: Object.fromEntries(tables.map(({ name, found }) => [name, found])),
        UnprocessedKeys: Object.fromEntries(
          unprocessed.map(({ name, processed }) => {
            const request = asked.RequestItems[name]!;
            return [name, { ...request, Keys: request.Keys.slice(processed) }];
          }),
        ),
        ConsumedCapacity: capacities(tables, ReturnConsumedCapacity),
      },
      usage: {
        readUnits: tables.reduce((sum, { units }) => sum + units.table, 0),
        writeUnits: 0,
        items: tables.reduce((sum, { found }) => sum + found.length, 0),
      },
    };
  },
});

function readMany(name: string, { Keys, ConsistentRead, ...get }: Keys, budget: { left: number }, store: Store) {
  const table = store.catalog.get(name);
  const found: Item[] = [];
  const units: Units = { table: 0, indexes: {} };
  let processed = 0;
  for (const Key of Keys) {
    if (budget.left <= 0) break;
    const { item, size } = read({ ...get, Key }, table, store);
    budget.left -= size;
    units.table += readUnits(size, ConsistentRead);
    processed++;
    if (item) found.push(item);
  }
  return { found, units, processed };
}

export const batchWriteItem = action<{ writes: Write[]; ReturnConsumedCapacity?: ReturnConsumed }>({
  parse: (body) => {
    const request = parse<BatchWrite>(SHAPES.BatchWriteItem, body);
    const writes = Object.entries(request.RequestItems).flatMap(([table, entries]) =>
      entries.map((entry) => writeOf(table, entry)),
    );
    if (writes.length > MAX_WRITES) throw invalid('Too many items requested for the BatchWriteItem call');
    return { ...request, writes };
  },
  access: ({ writes }, store) =>
    [...new Set(writes.map(({ request }) => request.TableName))].map((table) => {
      const own = writes.filter(({ request }) => request.TableName === table);
      return itemAccess('BatchWriteItem', table, { items: own.map(keyAttributes), store });
    }),
  run: ({ writes, ReturnConsumedCapacity }, store) => {
    const done = store.database.atomically(() => {
      const prepared = writes.map((write) => prepare(write, store));
      if (!distinctKeys(prepared)) throw invalid('Provided list of item keys contains duplicates');
      for (const ready of prepared) commit(ready, store);
      return prepared.map(({ table, before, after }) => ({
        name: table.name,
        units: writeUnits(table, before?.item, after),
      }));
    });
    return {
      reply: { UnprocessedItems: {}, ConsumedCapacity: capacities(done, ReturnConsumedCapacity) },
      usage: { readUnits: 0, writeUnits: totalOf(sumOf(done.map(({ units }) => units))), items: done.length },
    };
  },
});

function writeOf(TableName: string, { PutRequest, DeleteRequest }: WriteEntry): Write {
  if (PutRequest && DeleteRequest) {
    throw invalid(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    );
  }
  if (PutRequest) return { kind: 'Put', request: { TableName, Item: PutRequest.Item } };
  return { kind: 'Delete', request: { TableName, Key: DeleteRequest!.Key } };
}

/** One `ConsumedCapacity` for each table, in the order the tables first appear. */
export function capacities(parts: { name: string; units: Units }[], wanted: ReturnConsumed, split?: 'Read' | 'Write') {
  if (wanted === undefined || wanted === 'NONE') return undefined;
  return [...new Set(parts.map(({ name }) => name))].map((table) => {
    const units = sumOf(parts.filter(({ name }) => name === table).map((part) => part.units));
    return consumed(table, units, { wanted, split });
  });
}
