import {
  type CancellationReason,
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import type { Item } from '../../../infra/local/services/dynamodb/values/types.ts';
import { type Expressions, judged } from './expressions.ts';
import type { Table } from './table.ts';
import { type PlainItem, packedItem, plainItem } from './values.ts';

type Key = { pk: string; sk: string };
type Write = Expressions & { Item?: object; Key?: Key; ReturnValuesOnConditionCheckFailure?: string };
type Range = {
  IndexName?: string;
  KeyConditionExpression: string;
  ExpressionAttributeValues: Record<string, string | number>;
  ScanIndexForward?: boolean;
  Limit?: number;
  ExclusiveStartKey?: Key;
};
type Requests = Record<string, { DeleteRequest?: { Key: Key }; PutRequest?: { Item: object } }[]>;

const CONDITION = 'The conditional request failed';
const LAST = '\uffff';
/** DynamoDB's limits for one transaction and for one item. */
const MAX_WRITES = 100;
const MAX_ITEM_BYTES = 400 * 1024;

/** What the document client's commands do, by their names. `stale` index reads are chosen by the caller. */
export const tableCommands = (table: Table, { stale }: { stale(): boolean }) => {
  const tokens = new Set<string>();

  const prepared = (write: Write, kind: 'put' | 'update' | 'remove' | 'check') => {
    const { pk, sk } = (kind === 'put' ? write.Item : write.Key) as Key;
    const before = table.get(pk, sk);
    const { holds, after } = judged(write, before, packedItem({ pk, sk }));
    const outcomes = { put: () => withinSize(packedItem(write.Item as object)), update: () => withinSize(after) };
    const item = kind === 'check' || !holds ? before : kind === 'remove' ? undefined : outcomes[kind]();
    return { pk, sk, before, holds, item };
  };

  const single = (write: Write, kind: 'put' | 'update' | 'remove'): { Attributes?: PlainItem } => {
    const { pk, sk, before, holds, item } = prepared(write, kind);
    if (!holds) {
      const shown = write.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && before ? plainItem(before) : undefined;
      throw conditionFailed(shown);
    }
    table.set(pk, sk, item);
    return kind === 'update' && item ? { Attributes: plainItem(item) } : {};
  };

  const transact = ({ TransactItems, ClientRequestToken }: { TransactItems: Part[]; ClientRequestToken: string }) => {
    if (tokens.has(ClientRequestToken)) return {};
    const writes = TransactItems.map((part) => {
      const { kind, write } = partOf(part);
      return prepared(write, kind);
    });
    if (writes.length > MAX_WRITES) throw new Error(`A transaction of ${writes.length} writes.`);
    if (new Set(writes.map(({ pk, sk }) => `${pk}|${sk}`)).size < writes.length) {
      throw new Error('Transaction request cannot include multiple operations on one item');
    }
    if (!writes.every(({ holds }) => holds)) throw cancelled(writes);
    for (const { pk, sk, item } of writes) table.set(pk, sk, item);
    tokens.add(ClientRequestToken);
    return {};
  };

  const query = (range: Range): { Items: PlainItem[]; LastEvaluatedKey?: Key } => {
    const values = range.ExpressionAttributeValues;
    const limit = range.Limit ?? Number.POSITIVE_INFINITY;
    if (range.IndexName !== undefined) {
      const due = table.due(String(values[':shard']), Number(values[':before']), { limit, stale: stale() });
      return { Items: due.map(plainItem) };
    }
    const found = table.range(String(values[':pk']), spanOf(range));
    const after = range.ExclusiveStartKey?.sk;
    const backwards = range.ScanIndexForward === false;
    const ordered = backwards ? found.reverse() : found;
    const left = after === undefined ? ordered : ordered.filter(({ sk }) => isPast(String(sk?.S), after, backwards));
    const Items = left.slice(0, limit).map(plainItem);
    const last = Items.at(-1);
    return { Items, ...(last && left.length >= limit && { LastEvaluatedKey: { pk: last.pk, sk: last.sk } }) };
  };

  const batchGet = ({ RequestItems }: { RequestItems: Record<string, { Keys: Key[] }> }) => ({
    Responses: Object.fromEntries(
      Object.entries(RequestItems).map(([name, { Keys }]) => [
        name,
        Keys.map(({ pk, sk }) => table.get(pk, sk))
          .filter((item) => item !== undefined)
          .map(plainItem),
      ]),
    ),
  });

  const batchWrite = ({ RequestItems }: { RequestItems: Requests }) => {
    for (const { DeleteRequest, PutRequest } of Object.values(RequestItems).flat()) {
      if (DeleteRequest) single({ Key: DeleteRequest.Key }, 'remove');
      if (PutRequest) single({ Item: PutRequest.Item }, 'put');
    }
    return { UnprocessedItems: {} };
  };

  const commands: Record<string, (input: never) => unknown> = {
    GetCommand: ({ Key: { pk, sk } }: { Key: Key }) => {
      const item = table.get(pk, sk);
      return item ? { Item: plainItem(item) } : {};
    },
    PutCommand: (write: Write) => single(write, 'put'),
    UpdateCommand: (write: Write) => single(write, 'update'),
    DeleteCommand: (write: Write) => single(write, 'remove'),
    TransactWriteCommand: transact,
    QueryCommand: query,
    BatchGetCommand: batchGet,
    BatchWriteCommand: batchWrite,
  };
  return (name: string, input: unknown): unknown => {
    const command = commands[name];
    if (!command) throw new Error(`The simulated table has no ${name}.`);
    return command(input as never);
  };
};

type Part = { Put?: Write; Update?: Write; Delete?: Write; ConditionCheck?: Write };

const partOf = ({ Put, Update, Delete, ConditionCheck }: Part) => {
  if (Put) return { kind: 'put' as const, write: Put };
  if (Update) return { kind: 'update' as const, write: Update };
  if (Delete) return { kind: 'remove' as const, write: Delete };
  return { kind: 'check' as const, write: ConditionCheck as Write };
};

const spanOf = ({ KeyConditionExpression: text, ExpressionAttributeValues: values }: Range) => {
  if (text === '#pk = :pk') return { from: '', to: LAST };
  const prefix = String(values[':prefix']);
  if (text === '#pk = :pk and begins_with(#sk, :prefix)') return { from: prefix, to: prefix + LAST };
  if (text === '#pk = :pk and #sk between :from and :to') {
    return { from: String(values[':from']), to: String(values[':to']) };
  }
  throw new Error(`The simulated table does not know the range "${text}".`);
};

const isPast = (sk: string, after: string, backwards: boolean): boolean => (backwards ? sk < after : sk > after);

const withinSize = (item: Item | undefined): Item | undefined => {
  if (item && JSON.stringify(item).length > 2 * MAX_ITEM_BYTES) throw new Error('An item is over DynamoDB’s 400 KB.');
  return item;
};

const $metadata = {};

/** The document client unmarshalls nothing in errors, but the stand-in of that step expects plain items. */
const conditionFailed = (item: PlainItem | undefined) =>
  new ConditionalCheckFailedException({ message: CONDITION, $metadata, ...(item && { Item: item as never }) });

const cancelled = (writes: { holds: boolean; before: Item | undefined }[]) =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata,
    CancellationReasons: writes.map(
      ({ holds, before }): CancellationReason =>
        holds
          ? { Code: 'None' }
          : { Code: 'ConditionalCheckFailed', ...(before && { Item: plainItem(before) as never }) },
    ),
  });

export const transactionConflict = (count: number) =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata,
    CancellationReasons: Array.from({ length: count }, () => ({ Code: 'TransactionConflict' })),
  });
