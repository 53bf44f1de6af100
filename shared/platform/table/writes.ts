import {
  type AttributeValue,
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DeleteCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Defect } from '../../core/errors.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import { required } from '../configuration.ts';
import { pastConflicts } from '../conflicts.ts';
import { client } from './client.ts';
import { type Condition, expression, type Item, type Key, transactItem, type Write } from './expressions.ts';

/** The outcome of a conditional write: done, or lost to an earlier one. `items` are the items found, by index of the write. */
export type Outcome = { ok: true } | { ok: false; lost: number[]; items: Record<number, Item> };

const lostOne = (error: ConditionalCheckFailedException): Outcome => ({
  ok: false,
  lost: [0],
  items: error.Item ? { 0: plain(error.Item) } : {},
});

const won: Outcome = { ok: true };

/** Removes any number of items, 25 at a time. Not atomic: for cascades that can be run again. */
export const deleteItems = async (keys: Key[]): Promise<void> => {
  const TableName = required('table');
  for (let from = 0; from < keys.length; from += 25) {
    let wanted = keys
      .slice(from, from + 25)
      .map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } as { Key: Record<string, unknown> } }));
    for (let attempt = 0; wanted.length > 0; attempt += 1) {
      if (attempt > 0) await pause(fullJitter(attempt, { base: 20, cap: 1_000 }));
      if (attempt > 8) throw new Defect('The table left a batch of deletions unprocessed nine times.');
      const answer = await client().send(new BatchWriteCommand({ RequestItems: { [TableName]: wanted } }));
      wanted = (answer.UnprocessedItems?.[TableName] ?? []).flatMap(({ DeleteRequest }) =>
        DeleteRequest?.Key ? [{ DeleteRequest: { Key: DeleteRequest.Key } }] : [],
      );
    }
  }
};

export const putItem = async (item: Item, condition?: Condition): Promise<Outcome> =>
  conditionally(() =>
    client().send(
      new PutCommand({
        TableName: required('table'),
        Item: item,
        ...expression(condition),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ),
  );

/** Changes one item. If the condition holds, the result has the item as it is afterwards. */
export const updateItem = async (
  key: Key,
  update: string,
  condition: Condition,
): Promise<{ ok: true; item: Item } | Extract<Outcome, { ok: false }>> => {
  try {
    const command = new UpdateCommand({
      TableName: required('table'),
      Key: { pk: key.pk, sk: key.sk },
      ...expression(condition, update),
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const answer = await pastConflicts(() => client().send(command));
    return { ok: true, item: answer.Attributes as Item };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return lostOne(error) as Extract<Outcome, { ok: false }>;
    throw error;
  }
};

export const deleteItem = async (key: Key, condition?: Condition): Promise<Outcome> =>
  conditionally(() =>
    client().send(
      new DeleteCommand({
        TableName: required('table'),
        Key: { pk: key.pk, sk: key.sk },
        ...expression(condition),
      }),
    ),
  );

/**
 * All of the writes or none. A conflict with another transaction is retried with full jitter under the same token, so a
 * reply that was lost is simply asked for again; a condition that failed is an outcome, not an error.
 */
export const transact = async (writes: Write[], token: string = crypto.randomUUID()): Promise<Outcome> => {
  const table = required('table');
  const command = new TransactWriteCommand({
    TransactItems: writes.map((write) => transactItem(table, write)),
    ClientRequestToken: token.slice(0, 36),
  });
  for (let attempt = 0; ; attempt += 1) {
    try {
      await client().send(command);
      return won;
    } catch (error) {
      const outcome = lostRace(error);
      if (outcome) return outcome;
      if (!isConflict(error) || attempt >= 12) throw error;
      await pause(fullJitter(attempt, { base: 5, cap: 400 }));
    }
  }
};

const lostRace = (error: unknown): Outcome | undefined => {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const lost: number[] = [];
  const items: Record<number, Item> = {};
  for (const [index, reason] of (error.CancellationReasons ?? []).entries()) {
    if (reason.Code !== 'ConditionalCheckFailed') continue;
    lost.push(index);
    if (reason.Item) items[index] = plain(reason.Item);
  }
  return lost.length > 0 ? { ok: false, lost, items } : undefined;
};

const isConflict = (error: unknown): boolean =>
  error instanceof TransactionInProgressException ||
  (error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).some(({ Code }) => Code === 'TransactionConflict' || Code === 'ThrottlingError'));

/** The document client unmarshalls items in replies, but not those in errors. */
const plain = (item: Record<string, unknown>): Item => unmarshall(item as Record<string, AttributeValue>) as Item;

const conditionally = async (send: () => Promise<unknown>): Promise<Outcome> => {
  try {
    await pastConflicts(send);
    return won;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return lostOne(error);
    throw error;
  }
};
