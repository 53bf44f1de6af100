import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';

export type Key = { readonly pk: string; readonly sk: string };
export type Item = Key & Record<string, unknown>;

/** `when` is DynamoDB's condition with `#name` for every attribute and `:name` for every value given in `values`. */
export type Condition = { when?: string; values?: Record<string, unknown> };

/** One member of a transaction. `update` is DynamoDB's update expression, written the same way as `when`. */
export type Write =
  | ({ put: Item } & Condition)
  | ({ update: string; key: Key } & Condition)
  | ({ remove: Key } & Condition)
  | ({ check: Key } & Condition & { when: string });

type Expression = {
  ConditionExpression?: string;
  UpdateExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
};

/**
 * Fills in the names an expression uses (`#state` is the attribute `state`) and the values it mentions. Client input
 * never becomes part of an expression, only a value.
 */
export const expression = ({ when, values = {} }: Condition = {}, update?: string): Expression => {
  const text = `${when ?? ''} ${update ?? ''}`;
  const names = [...new Set(text.match(/#\w+/g) ?? [])];
  const used = [...new Set(text.match(/:\w+/g) ?? [])];
  const missing = used.filter((name) => values[name.slice(1)] === undefined);
  if (missing.length > 0) throw new TypeError(`No value for ${missing.join(', ')} in "${text.trim()}".`);
  return {
    ...(when && { ConditionExpression: when }),
    ...(update && { UpdateExpression: update }),
    ...(names.length > 0 && {
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [name, name.slice(1)])),
    }),
    ...(used.length > 0 && {
      ExpressionAttributeValues: Object.fromEntries(used.map((name) => [name, values[name.slice(1)]])),
    }),
  };
};

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const onFailure = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

export const transactItem = (TableName: string, write: Write): TransactItem => {
  if ('put' in write) return { Put: { TableName, Item: write.put, ...expression(write), ...onFailure } };
  if ('remove' in write) return { Delete: { TableName, Key: keyOf(write.remove), ...expression(write), ...onFailure } };
  if ('check' in write) {
    return {
      ConditionCheck: {
        TableName,
        Key: keyOf(write.check),
        ...expression(write),
        ConditionExpression: write.when,
        ...onFailure,
      },
    };
  }
  return {
    Update: {
      TableName,
      Key: keyOf(write.key),
      ...expression(write, write.update),
      UpdateExpression: write.update,
      ...onFailure,
    },
  };
};

const keyOf = ({ pk, sk }: Key): { pk: string; sk: string } => ({ pk, sk });
