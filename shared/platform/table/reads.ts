import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Defect } from '../../core/errors.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import { TABLE_SCHEMA } from '../../core/table-schema.ts';
import { required } from '../configuration.ts';
import { client } from './client.ts';
import type { Item, Key } from './expressions.ts';

const { dueIndex } = TABLE_SCHEMA;

/** Reads are strongly consistent by default: the protocols need it, and a read takes a few milliseconds. */
export const getItem = async (key: Key): Promise<Item | undefined> => {
  const answer = await client().send(
    new GetCommand({ TableName: required('table'), Key: { pk: key.pk, sk: key.sk }, ConsistentRead: true }),
  );
  return answer.Item as Item | undefined;
};

/**
 * An item as it was a moment ago, at half the price: for whoever looks again and again for a change that, once seen, stands.
 */
export const peekItem = async (key: Key): Promise<Item | undefined> => {
  const answer = await client().send(
    new GetCommand({ TableName: required('table'), Key: { pk: key.pk, sk: key.sk }, ConsistentRead: false }),
  );
  return answer.Item as Item | undefined;
};

/**
 * Up to 100 items at once, in no particular order; absent ones are left out. A key that is named twice is asked for once: the
 * table refuses a batch with both.
 */
export const getItems = async (keys: Key[]): Promise<Item[]> => {
  const TableName = required('table');
  const items: Item[] = [];
  let wanted: Record<string, unknown>[] = [...new Map(keys.map(({ pk, sk }) => [`${pk}\n${sk}`, { pk, sk }])).values()];
  for (let attempt = 0; wanted.length > 0; attempt += 1) {
    if (attempt > 0) await pause(fullJitter(attempt, { base: 20, cap: 1_000 }));
    if (attempt > 8) throw new Defect('The table left a batch read unprocessed nine times.');
    const answer = await client().send(
      new BatchGetCommand({
        RequestItems: { [TableName]: { Keys: wanted.slice(0, 100), ConsistentRead: true } },
      }),
    );
    items.push(...((answer.Responses?.[TableName] ?? []) as Item[]));
    wanted = [...(answer.UnprocessedKeys?.[TableName]?.Keys ?? []), ...wanted.slice(100)];
  }
  return items;
};

export type Query = {
  pk: string;
  /** Sort keys beginning with this … */
  prefix?: string;
  /** … or between these two, both included. */
  from?: string;
  to?: string;
  limit?: number;
  newestFirst?: boolean;
  /** Continue after this sort key. */
  after?: string;
};

/** One page, at most `limit` items; `next` is the sort key to continue after. */
export const queryPage = async (query: Query): Promise<{ items: Item[]; next: string | undefined }> => {
  const range =
    query.prefix !== undefined
      ? { text: ' and begins_with(#sk, :prefix)', values: { ':prefix': query.prefix } }
      : query.from !== undefined
        ? { text: ' and #sk between :from and :to', values: { ':from': query.from, ':to': query.to ?? '~' } }
        : { text: '', values: {} };
  const answer = await client().send(
    new QueryCommand({
      TableName: required('table'),
      KeyConditionExpression: `#pk = :pk${range.text}`,
      ExpressionAttributeNames: range.text ? { '#pk': 'pk', '#sk': 'sk' } : { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': query.pk, ...range.values },
      ConsistentRead: true,
      ScanIndexForward: !query.newestFirst,
      ...(query.limit !== undefined && { Limit: query.limit }),
      ...(query.after !== undefined && { ExclusiveStartKey: { pk: query.pk, sk: query.after } }),
    }),
  );
  return { items: (answer.Items ?? []) as Item[], next: answer.LastEvaluatedKey?.sk as string | undefined };
};

/** Every item of the range, page after page, so that no caller holds more than a page. */
export async function* queryAll(query: Query): AsyncGenerator<Item> {
  let after = query.after;
  do {
    const page = await queryPage({ ...query, ...(after !== undefined && { after }) });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** Items of a page of the index `due`, and where the next page begins. */
export type DuePage = { items: Item[]; next: DuePosition | undefined };
export type DuePosition = Record<string, unknown>;

/** What is due in one shard of the sparse index `due`, the longest overdue first, a page at a time. Eventually consistent. */
export const queryDue = async (
  shard: string,
  { before, limit, after }: { before: number; limit: number; after?: DuePosition | undefined },
): Promise<DuePage> => {
  const answer = await client().send(
    new QueryCommand({
      ...dueQuery(shard, before),
      Limit: limit,
      ...(after && { ExclusiveStartKey: after }),
    }),
  );
  return { items: (answer.Items ?? []) as Item[], next: answer.LastEvaluatedKey };
};

/** Pages of a megabyte that a count reads: hundreds of thousands of items, and the count is one that nobody needs exactly. */
const MOST_COUNTED_PAGES = 100;

/** How many items of a shard are due, whatever they hold: a request and 128 read units for each megabyte of them. */
export const countDue = async (shard: string, before: number): Promise<number> => {
  let counted = 0;
  let after: DuePosition | undefined;
  for (let page = 0; page < MOST_COUNTED_PAGES; page += 1) {
    const answer = await client().send(
      new QueryCommand({ ...dueQuery(shard, before), Select: 'COUNT', ...(after && { ExclusiveStartKey: after }) }),
    );
    counted += answer.Count ?? 0;
    after = answer.LastEvaluatedKey;
    if (!after) break;
  }
  return counted;
};

const dueQuery = (shard: string, before: number) => ({
  TableName: required('table'),
  IndexName: dueIndex.name,
  KeyConditionExpression: `${dueIndex.partitionKey} = :shard and ${dueIndex.sortKey} <= :before`,
  ExpressionAttributeValues: { ':shard': shard, ':before': before },
});
