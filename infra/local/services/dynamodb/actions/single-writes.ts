import { itemAccess } from '../access.ts';
import { consumed, type ReturnConsumed, totalOf, writeUnits } from '../capacity.ts';
import { project } from '../expressions/path.ts';
import { parse, SHAPES } from '../requests.ts';
import type { Item } from '../values/types.ts';
import { type Action, action } from './action.ts';
import {
  commit,
  type Delete,
  keyAttributes,
  type Prepared,
  type Put,
  prepare,
  type Update,
  type Write,
} from './write.ts';

type Returned = {
  ReturnValues?: 'ALL_NEW' | 'UPDATED_OLD' | 'ALL_OLD' | 'NONE' | 'UPDATED_NEW';
  ReturnConsumedCapacity?: ReturnConsumed;
};

export const putItem = singleWrite('PutItem', (body) => {
  const request = parse<Put & Returned>(SHAPES.PutItem, body);
  return { write: { kind: 'Put', request }, returned: request };
});

export const updateItem = singleWrite('UpdateItem', (body) => {
  const request = parse<Update & Returned>(SHAPES.UpdateItem, body);
  return { write: { kind: 'Update', request }, returned: request };
});

export const deleteItem = singleWrite('DeleteItem', (body) => {
  const request = parse<Delete & Returned>(SHAPES.DeleteItem, body);
  return { write: { kind: 'Delete', request }, returned: request };
});

function singleWrite(name: string, parseWrite: (body: object) => { write: Write; returned: Returned }): Action {
  return action({
    parse: parseWrite,
    access: ({ write }, store) => [itemAccess(name, write.request.TableName, { items: [keyAttributes(write)], store })],
    run: ({ write, returned }, store) => {
      const prepared = store.database.atomically(() => {
        const ready = prepare(write, store);
        commit(ready, store);
        return ready;
      });
      const { table, before, after } = prepared;
      const units = writeUnits(table, before?.item, after);
      return {
        reply: {
          Attributes: attributes(write, prepared, returned.ReturnValues),
          ConsumedCapacity: consumed(table.name, units, { wanted: returned.ReturnConsumedCapacity }),
        },
        usage: { readUnits: 0, writeUnits: totalOf(units), items: 1 },
      };
    },
  });
}

function attributes(write: Write, { before, after }: Prepared, wanted: Returned['ReturnValues']): Item | undefined {
  const paths = write.kind === 'Update' ? (write.request._updates?.paths ?? []) : [];
  switch (wanted) {
    case 'ALL_OLD':
      return before?.item;
    case 'ALL_NEW':
      return after;
    case 'UPDATED_OLD':
      return before && some(project(paths, before.item));
    case 'UPDATED_NEW':
      return after && some(project(paths, after));
    default:
      return undefined;
  }
}

const some = (item: Item) => (Object.keys(item).length > 0 ? item : undefined);
