import { ConditionalCheckFailedException, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, QueryCommand, SearchVectorsCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { MEMORY_TABLE_SCHEMA, vectorIndexOf } from '../../core/memory-table-schema.ts';
import { client } from '../table/client.ts';
import { getAll, putAll } from './batches.ts';

const { partitionKey, sortKey, timeIndex, searchPartition } = MEMORY_TABLE_SCHEMA;

/** As it is stored. `memory` is everything about a memory but its text; the vector is under the attribute of its size. */
export type MemoryItem = {
  pk: string;
  sk: string;
  tenant: string;
  position: number;
  memory: Record<string, unknown>;
  text: string;
  dimensions: number;
  /** Changes with every write, so that a change can be bound to what was read. */
  revision: string;
} & Record<string, unknown>;

export type TimePosition = { position: number; id: string };
type Slice = {
  direction: 'asc' | 'desc';
  attributes: string[];
  consistent: boolean;
  /** From this position on, that included. */
  from?: number | undefined;
  after?: TimePosition | undefined;
  limit?: number | undefined;
};
type Search = { vector: number[]; topK: number; filters: Record<string, string> };

/** Nothing has changed the memory since it was read. */
const asItWasRead = '#revision = :read';

/** One partition of the table that holds memories. Throws the SDK's errors, apart from conditions that failed. */
export class VectorTable {
  readonly #table: string;
  readonly #partition: string;
  readonly #signal: AbortSignal | undefined;

  constructor(table: string, partition: string, signal?: AbortSignal) {
    this.#table = table;
    this.#partition = partition;
    this.#signal = signal;
  }

  put(items: MemoryItem[]): Promise<void> {
    return putAll(items, { table: this.#table, signal: this.#signal });
  }

  async get(ids: string[], attributes: string[]): Promise<MemoryItem[]> {
    const keys = [...new Set(ids)].map((id) => this.#key(id));
    return (await getAll(keys, attributes, { table: this.#table, signal: this.#signal })) as MemoryItem[];
  }

  /** In the order of time, up to a megabyte; `next` is where to go on. */
  async slice({ direction, attributes, consistent, from, after, limit }: Slice) {
    const isAhead = direction === 'asc';
    const range = from === undefined ? '' : ` and #position ${isAhead ? '>=' : '<='} :from`;
    const command = new QueryCommand({
      TableName: this.#table,
      IndexName: timeIndex.name,
      KeyConditionExpression: `#pk = :pk${range}`,
      ProjectionExpression: attributes.map((name) => `#${name}`).join(', '),
      ExpressionAttributeNames: {
        '#pk': partitionKey,
        ...(from !== undefined && { '#position': timeIndex.sortKey }),
        ...Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
      },
      ExpressionAttributeValues: { ':pk': this.#partition, ...(from !== undefined && { ':from': from }) },
      ConsistentRead: consistent,
      ScanIndexForward: isAhead,
      Limit: limit,
      ...(after && { ExclusiveStartKey: { ...this.#key(after.id), [timeIndex.sortKey]: after.position } }),
    });
    const { Items = [], LastEvaluatedKey: last } = await client().send(command, { abortSignal: this.#signal });
    const next: TimePosition | undefined = last && { position: last[timeIndex.sortKey], id: last[sortKey] };
    return { items: Items as MemoryItem[], next };
  }

  /** The nearest by the index, whose view may be some moments old. `distance` is from 0, the same, to 2, the opposite. */
  async search({ vector, topK, filters }: Search): Promise<{ id: string; distance: number }[]> {
    const compared = { [searchPartition]: this.#partition, ...filters };
    const names = Object.keys(compared);
    const command = new SearchVectorsCommand({
      TableName: this.#table,
      IndexName: vectorIndexOf(vector.length),
      SearchVector: vector,
      TopK: topK,
      SearchConditionExpression: names.map((name) => `#${name} = :${name}`).join(' and '),
      ProjectionExpression: `#${sortKey}`,
      ExpressionAttributeNames: Object.fromEntries([...names, sortKey].map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(
        Object.entries(compared).map(([name, value]) => [`:${name}`, value]),
      ),
    });
    const { SearchResults = [] } = await client().send(command, { abortSignal: this.#signal });
    return SearchResults.map(({ Item, Score }) => ({ id: String(Item?.[sortKey]), distance: Score ?? 0 }));
  }

  /** Sets fields of `memory` and attributes beside it, of an item that is as it was read. `false`: it is not, and is left alone. */
  async update(
    { sk, revision }: Pick<MemoryItem, 'sk' | 'revision'>,
    { memory, attributes }: { memory: Record<string, unknown>; attributes: Record<string, unknown> },
  ): Promise<boolean> {
    const within = Object.entries(memory).map(([name, value]) => ({
      path: `#memory.#m_${name}`,
      name,
      key: `m_${name}`,
      value,
    }));
    const beside = Object.entries(attributes).map(([name, value]) => ({
      path: `#a_${name}`,
      name,
      key: `a_${name}`,
      value,
    }));
    const set = [...within, ...beside];
    const command = new UpdateCommand({
      TableName: this.#table,
      Key: this.#key(sk),
      UpdateExpression: `SET ${set.map(({ path, key }) => `${path} = :${key}`).join(', ')}`,
      ConditionExpression: asItWasRead,
      ExpressionAttributeNames: {
        '#revision': 'revision',
        ...(within.length > 0 && { '#memory': 'memory' }),
        ...Object.fromEntries(set.map(({ key, name }) => [`#${key}`, name])),
      },
      ExpressionAttributeValues: {
        ':read': revision,
        ...Object.fromEntries(set.map(({ key, value }) => [`:${key}`, value])),
      },
    });
    return unlessChanged(client().send(command, { abortSignal: this.#signal }));
  }

  /** Removes an item that is as it was read. `false`: it is not, and stays. */
  remove({ sk, revision }: Pick<MemoryItem, 'sk' | 'revision'>): Promise<boolean> {
    const command = new DeleteCommand({
      TableName: this.#table,
      Key: this.#key(sk),
      ConditionExpression: asItWasRead,
      ExpressionAttributeNames: { '#revision': 'revision' },
      ExpressionAttributeValues: { ':read': revision },
    });
    return unlessChanged(client().send(command, { abortSignal: this.#signal }));
  }

  #key(id: string): Record<string, string> {
    return { [partitionKey]: this.#partition, [sortKey]: id };
  }
}

const unlessChanged = async (writing: Promise<unknown>): Promise<boolean> => {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/** Vectors of each size, by DynamoDB's own count, which is some hours old. */
export const countedVectors = async (table: string): Promise<{ dimensions: number; vectors: number }[]> => {
  const { Table } = await client().send(new DescribeTableCommand({ TableName: table }));
  return (Table?.VectorIndexes ?? []).map(({ Dimensions = 0, ItemCount = 0 }) => ({
    dimensions: Dimensions,
    vectors: ItemCount,
  }));
};

/** A read of nothing, which shows whether the table answers. */
export const probeMemoryTable = async (table: string, signal?: AbortSignal): Promise<void> => {
  const nothing = { [partitionKey]: 'health', [sortKey]: 'health' };
  await client().send(new GetCommand({ TableName: table, Key: nothing }), { abortSignal: signal });
};
