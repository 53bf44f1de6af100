import dynaliteBatchGet from 'dynalite/validations/batchGetItem.js';
import dynaliteBatchWrite from 'dynalite/validations/batchWriteItem.js';
import dynaliteDelete from 'dynalite/validations/deleteItem.js';
import dynaliteGet from 'dynalite/validations/getItem.js';
import validations from 'dynalite/validations/index.js';
import dynalitePut from 'dynalite/validations/putItem.js';
import dynaliteQuery from 'dynalite/validations/query.js';
import dynaliteScan from 'dynalite/validations/scan.js';
import dynaliteUpdate from 'dynalite/validations/updateItem.js';
import { invalid } from './errors.ts';

type Types = Record<string, object | string>;
export type Shape = { types: Types; custom?: ((data: object, store: object) => string | undefined) | undefined };

/** Parameters from before expressions. They are refused by name: nothing here uses them. */
const LEGACY = [
  'AttributesToGet',
  'AttributeUpdates',
  'ConditionalOperator',
  'Expected',
  'KeyConditions',
  'QueryFilter',
  'ScanFilter',
];

export const text = (constraints: object = {}) => ({ type: 'String', ...constraints });
export const oneOf = (...values: string[]) => text({ enum: values });
const OLD_ITEM = { ReturnValuesOnConditionCheckFailure: oneOf('ALL_OLD', 'NONE') };

function shape(operation: Shape, additional: Types = {}): Shape {
  const kept = Object.entries(operation.types).filter(([name]) => !LEGACY.includes(name));
  return { types: { ...Object.fromEntries(kept), ...additional }, custom: operation.custom };
}

export const SHAPES = {
  GetItem: shape(dynaliteGet),
  PutItem: shape(dynalitePut, OLD_ITEM),
  UpdateItem: shape(dynaliteUpdate, OLD_ITEM),
  DeleteItem: shape(dynaliteDelete, OLD_ITEM),
  Query: shape(dynaliteQuery),
  Scan: shape(dynaliteScan, { ConsistentRead: 'Boolean' }),
  BatchGetItem: shape(dynaliteBatchGet),
  BatchWriteItem: shape(dynaliteBatchWrite),
};

/** Sizes are judged where the item is written, by bytes; dynalite counts characters. */
const NO_SIZE_LIMIT = { options: { maxItemSize: Number.POSITIVE_INFINITY } };

/**
 * Checks a request and parses its expressions (into members that begin with `_`).
 * @throws DynamoDbError or dynalite's own error, which `translated` understands.
 */
export function parse<T>({ types, custom }: Shape, body: object): T {
  refuseUnknown(types, body);
  const data = validations.checkTypes(body, types);
  validations.checkValidations(data, types, custom, NO_SIZE_LIMIT);
  return data as T;
}

export function refuseUnknown(types: Types, body: object): void {
  for (const [name, value] of Object.entries(body)) {
    if (value != null && !Object.hasOwn(types, name)) throw invalid(`the local DynamoDB does not support ${name}`);
  }
}

/** The checks of a shape that go beyond types, for requests within a request. */
export function checkFurther({ custom }: Shape, data: object): void {
  const problem = custom?.(data, NO_SIZE_LIMIT);
  if (problem) throw invalid(problem);
}
