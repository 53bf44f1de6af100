import { itemAccess } from '../access.ts';
import { readUnits, sumOf, TRANSACTIONAL, totalOf } from '../capacity.ts';
import { invalid } from '../errors.ts';
import { keyIn } from '../storage/items.ts';
import { action } from './action.ts';
import { capacities } from './batches.ts';
import { distinctKeys } from './distinct.ts';
import { read } from './get-item.ts';
import { MAX_TRANSACTION_BYTES, TWICE } from './transact-write.ts';
import { parseTransactGet, type TransactGet } from './transaction-request.ts';

export const transactGetItems = action<TransactGet>({
  parse: parseTransactGet,
  access: ({ gets }, store) => gets.map((get) => itemAccess('GetItem', get.TableName, { items: [get.Key], store })),
  run: ({ gets, returnCapacity }, store) => {
    const keys = gets.flatMap((get) => {
      const table = store.catalog.get(get.TableName);
      const key = keyIn(get.Key, table, table);
      return key ? [{ table, key }] : [];
    });
    if (!distinctKeys(keys)) throw invalid(TWICE);
    const found = gets.map((get) => read(get, store.catalog.get(get.TableName), store));
    const bytes = found.reduce((sum, { size }) => sum + size, 0);
    if (bytes > MAX_TRANSACTION_BYTES) {
      throw invalid('The aggregate size of the items in the transaction cannot exceed 4 MB');
    }
    const costs = gets.map((get, at) => {
      return { name: get.TableName, units: { table: readUnits(found[at]!.size, true) * TRANSACTIONAL, indexes: {} } };
    });
    return {
      reply: {
        Responses: found.map(({ item }) => ({ Item: item })),
        ConsumedCapacity: capacities(costs, returnCapacity, 'Read'),
      },
      usage: {
        readUnits: totalOf(sumOf(costs.map(({ units }) => units))),
        writeUnits: 0,
        items: found.filter(({ item }) => item).length,
      },
    };
  },
});
