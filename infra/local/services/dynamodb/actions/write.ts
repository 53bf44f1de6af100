import { conditionFailed } from '../errors.ts';
import { holds } from '../expressions/condition.ts';
import type { ConditionExpression, UpdateExpression } from '../expressions/syntax.ts';
import { updated } from '../expressions/update.ts';
import { checkItem, checkKey, checkPaths, checkUpdates } from '../schema-checks.ts';
import { keyOf, type StoredItem } from '../storage/items.ts';
import type { Table } from '../table.ts';
import type { ItemKey } from '../values/key-bytes.ts';
import type { Item } from '../values/types.ts';
import type { Store } from './action.ts';

type Common = {
  TableName: string;
  _condition?: ConditionExpression;
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
};
export type Put = Common & { Item: Item };
export type Update = Common & { Key: Item; _updates?: UpdateExpression };
export type Delete = Common & { Key: Item };
export type Write =
  | { kind: 'Put'; request: Put }
  | { kind: 'Update'; request: Update }
  | { kind: 'Delete'; request: Delete }
  | { kind: 'ConditionCheck'; request: Delete };

/** A write that may happen: what stands there, and what shall. Valid until anything else is written. */
export type Prepared = { table: Table; key: ItemKey; before: StoredItem | undefined; after: Item | undefined };

export const keyAttributes = (write: Write): Item => (write.kind === 'Put' ? write.request.Item : write.request.Key);

/** @throws DynamoDbError when the request does not fit the table or the condition does not hold. */
export function prepare(write: Write, { catalog, items }: Store): Prepared {
  const table = catalog.get(write.request.TableName);
  checkAgainstSchema(write, table);
  const key = keyOf(keyAttributes(write), table);
  const before = items.get(table, key);
  const { _condition: condition, ReturnValuesOnConditionCheckFailure: shown } = write.request;
  if (condition && !holds(condition.expression, before?.item ?? {})) {
    throw conditionFailed(shown === 'ALL_OLD' ? before?.item : undefined);
  }
  return { table, key, before, after: outcome(write, table, before?.item) };
}

export function commit({ table, key, before, after }: Prepared, { items }: Store): void {
  if (after && after !== before?.item) items.put(table, key, after, before);
  else if (!after && before) items.delete(table, key, before);
}

function checkAgainstSchema(write: Write, table: Table): void {
  if (write.kind === 'Put') checkItem(write.request.Item, table, 'Item size has exceeded the maximum allowed size');
  else checkKey(write.request.Key, table);
  if (write.kind === 'Update') checkUpdates(write.request._updates, table);
  checkPaths(write.request._condition?.nestedPaths, table);
}

function outcome(write: Write, table: Table, before: Item | undefined): Item | undefined {
  if (write.kind === 'Put') return write.request.Item;
  if (write.kind === 'Delete') return undefined;
  if (write.kind === 'ConditionCheck') return before;
  const after = updated(write.request._updates?.sections ?? [], before, write.request.Key);
  if (after) checkItem(after, table, 'Item size to update has exceeded the maximum allowed size');
  return after;
}
