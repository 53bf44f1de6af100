import { BatchGetCommand, BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { Unavailable } from '../../core/errors.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import { client } from '../table/client.ts';

/** DynamoDB's own limits of a batch. */
const MOST_WRITES = 25;
const MOST_READS = 100;
const MOST_ATTEMPTS = 9;

type Plain = Record<string, unknown>;
type Writes = NonNullable<BatchWriteCommandInput['RequestItems']>[string];
export type Options = { table: string; signal?: AbortSignal | undefined };

/** Writes items of different keys, each whole; not all at once. */
export const putAll = async (items: Plain[], { table, signal }: Options): Promise<void> => {
  for (let from = 0; from < items.length; from += MOST_WRITES) {
    let wanted: Writes = items.slice(from, from + MOST_WRITES).map((Item) => ({ PutRequest: { Item } }));
    for (let attempt = 0; wanted.length > 0; attempt += 1) {
      await beforeAttempt(attempt, signal);
      const command = new BatchWriteCommand({ RequestItems: { [table]: wanted } });
      const answer = await client().send(command, { abortSignal: signal });
      wanted = answer.UnprocessedItems?.[table] ?? [];
    }
  }
};

/** The items that are there, in no particular order, as they are now. */
export const getAll = async (keys: Plain[], attributes: string[], { table, signal }: Options): Promise<Plain[]> => {
  const found: Plain[] = [];
  const names = attributes.map((name) => `#${name}`);
  const shown = {
    ProjectionExpression: names.join(', '),
    ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
    ConsistentRead: true,
  };
  for (let from = 0; from < keys.length; from += MOST_READS) {
    let wanted = keys.slice(from, from + MOST_READS);
    for (let attempt = 0; wanted.length > 0; attempt += 1) {
      const command = new BatchGetCommand({ RequestItems: { [table]: { Keys: wanted, ...shown } } });
      const answer = await client().send(command, { abortSignal: signal });
      const items = answer.Responses?.[table] ?? [];
      found.push(...items);
      wanted = answer.UnprocessedKeys?.[table]?.Keys ?? [];
      // An answer ends at 16 MB and leaves the rest unprocessed: that is no sign of a table that is overloaded.
      if (items.length > 0) attempt = 0;
      else if (wanted.length > 0) await beforeAttempt(attempt + 1, signal);
    }
  }
  return found;
};

const beforeAttempt = async (attempt: number, signal: AbortSignal | undefined): Promise<void> => {
  if (attempt >= MOST_ATTEMPTS) throw new Unavailable('The table of memories left a batch unprocessed nine times.');
  if (attempt > 0) await pause(fullJitter(attempt, { base: 20, cap: 1_000 }), signal);
  signal?.throwIfAborted();
};
