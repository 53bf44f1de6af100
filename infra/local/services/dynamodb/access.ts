import type { AccessRequest } from '../iam/authorizer.ts';
import type { Store } from './actions/action.ts';
import { indexArn, tableArn } from './table.ts';
import { attributeOf } from './values/attribute-value.ts';
import type { AttributeValue, Item } from './values/types.ts';

/** The permission for an action on items of one table, with the partition keys it touches. */
export function itemAccess(
  action: string,
  tableName: string,
  { items, store }: { items: Item[]; store: Store },
): AccessRequest {
  const hash = store.catalog.find(tableName)?.hash;
  const keys = hash === undefined ? [] : items.map((item) => attributeOf(item, hash));
  return { action: `dynamodb:${action}`, resource: tableArn(tableName), ...leading(keys) };
}

/** The permission to read a table or an index; `key` is the partition asked for, none when all are read. */
export function readAccess(
  action: string,
  { tableName, index, key }: { tableName: string; index: string | undefined; key?: AttributeValue | undefined },
) {
  const resource = index === undefined ? tableArn(tableName) : indexArn(tableName, index);
  return { action: `dynamodb:${action}`, resource, ...leading([key]) };
}

export function tableAccess(action: string, tableName: string): AccessRequest {
  return { action: `dynamodb:${action}`, resource: tableArn(tableName) };
}

function leading(keys: (AttributeValue | undefined)[]): Pick<AccessRequest, 'context'> {
  const values = keys.flatMap((key) => key?.S ?? key?.N ?? key?.B ?? []);
  return values.length > 0 ? { context: { 'dynamodb:LeadingKeys': [...new Set(values)] } } : {};
}
