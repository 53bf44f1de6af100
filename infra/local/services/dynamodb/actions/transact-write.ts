import { itemAccess } from '../access.ts';
import { readUnits, sumOf, TRANSACTIONAL, times, totalOf, type Units, writeUnits } from '../capacity.ts';
import { type CancellationReason, DynamoDbError, invalid, transactionCancelled, translated } from '../errors.ts';
import { keyIn } from '../storage/items.ts';
import { sizeOfItem } from '../values/attribute-value.ts';
import { action, type Result, type Store } from './action.ts';
import { capacities } from './batches.ts';
import { distinctKeys } from './distinct.ts';
import { parseTransactWrite, type TransactWrite } from './transaction-request.ts';
import { commit, keyAttributes, type Prepared, prepare, type Write } from './write.ts';

export const MAX_TRANSACTION_BYTES = 4 * 1024 * 1024;
export const TWICE = 'Transaction request cannot include multiple operations on one item';

/** What a role needs to be allowed for each kind of part; there is no permission for the transaction as a whole. */
const PERMISSION = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'ConditionCheckItem' };

export const transactWriteItems = action<TransactWrite>({
  parse: parseTransactWrite,
  access: ({ writes }, store) =>
    writes.map((write) =>
      itemAccess(PERMISSION[write.kind], write.request.TableName, { items: [keyAttributes(write)], store }),
    ),
  run: (request, store) => store.database.atomically(() => carryOut(request, store)),
});

function carryOut(request: TransactWrite, store: Store): Result {
  const { writes, token, content, returnCapacity } = request;
  if (token !== undefined && store.tokens.seen(token, content)) return repeated(request, store);
  const prepared = prepareAll(writes, store);
  const bytes = prepared.reduce((sum, { before, after }) => sum + (after ? sizeOfItem(after) : (before?.size ?? 0)), 0);
  if (bytes > MAX_TRANSACTION_BYTES)
    throw invalid('The aggregate size of the items in the transaction cannot exceed 4 MB');
  for (const ready of prepared) commit(ready, store);
  if (token !== undefined) store.tokens.remember(token, content);
  const costs = prepared.map(({ table, before, after }) => {
    return { name: table.name, units: times(writeUnits(table, before?.item, after), TRANSACTIONAL) };
  });
  return {
    reply: { ConsumedCapacity: capacities(costs, returnCapacity, 'Write') },
    usage: { readUnits: 0, writeUnits: totalOf(sumOf(costs.map(({ units }) => units))), items: writes.length },
  };
}

/** All writes or, when one may not happen, the reasons of all. A missing table is no reason: it fails the request. */
function prepareAll(writes: Write[], store: Store): Prepared[] {
  const keys = writes.flatMap((write) => {
    const table = store.catalog.get(write.request.TableName);
    const key = keyIn(keyAttributes(write), table, table);
    return key ? [{ table, key }] : [];
  });
  if (!distinctKeys(keys)) throw invalid(TWICE);
  const prepared: Prepared[] = [];
  const reasons = writes.map((write): CancellationReason => {
    try {
      prepared.push(prepare(write, store));
      return { Code: 'None' };
    } catch (error) {
      return reasonOf(translated(error));
    }
  });
  if (prepared.length < writes.length) throw transactionCancelled(reasons);
  return prepared;
}

function reasonOf(error: unknown): CancellationReason {
  if (!(error instanceof DynamoDbError)) throw error;
  if (error.code === 'ConditionalCheckFailedException') {
    return { Code: 'ConditionalCheckFailed', Message: error.message, ...error.fields };
  }
  if (error.code === 'ValidationException') return { Code: 'ValidationError', Message: error.message };
  throw error;
}

/** A transaction that was carried out before is only looked up: that costs reads (API reference of TransactWriteItems). */
function repeated({ writes, returnCapacity }: TransactWrite, store: Store): Result {
  const costs = writes.map((write): { name: string; units: Units } => {
    const table = store.catalog.get(write.request.TableName);
    const key = keyIn(keyAttributes(write), table, table);
    const size = key ? (store.items.get(table, key)?.size ?? 0) : 0;
    return { name: table.name, units: { table: readUnits(size, true) * TRANSACTIONAL, indexes: {} } };
  });
  return {
    reply: { ConsumedCapacity: capacities(costs, returnCapacity, 'Read') },
    usage: { readUnits: totalOf(sumOf(costs.map(({ units }) => units))), writeUnits: 0, items: 0 },
  };
}
