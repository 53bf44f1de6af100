import { type CreateTableCommandInput, DynamoDB } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocument, SearchVectorsCommandInput } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sharedClock } from '../../infra/local/services/dynamodb/clock.ts';
import { type LocalDynamoDb, startDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import type { TableDefinition } from '../../infra/local/services/dynamodb/table.ts';
import { VISIBILITY_LAG_MS } from '../../infra/local/services/dynamodb/vectors/snapshots.ts';
import { memoryTable } from '../support/memory-table.ts';
import { clientFor, everything, role } from './dynamodb-target.ts';

/* Requirements: MEM1, OPS4. */

/** What the documentation says of vector indexes, as far as the local server plays them. */
const TableName = 'memories';
const IndexName = 'by_similarity_3';
const ARN = `arn:aws:dynamodb:us-east-1:000000000000:table/${TableName}`;
const NOW = Date.UTC(2030, 0, 1);
const clock = sharedClock(NOW);
let now = NOW;
const settle = () => {
  now += VISIBILITY_LAG_MS;
  clock.set(now);
};

const principals = [
  role('admin', everything),
  role('searcher', { effect: 'Allow', actions: ['dynamodb:SearchVectors'], resources: [`${ARN}/index/${IndexName}`] }),
  role('limited', {
    effect: 'Allow',
    actions: ['dynamodb:SearchVectors'],
    resources: [`${ARN}/index/${IndexName}`],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['alice'] } },
  }),
  role('reader', {
    effect: 'Allow',
    actions: ['dynamodb:Query', 'dynamodb:GetItem'],
    resources: [ARN, `${ARN}/index/*`],
  }),
];

let server: LocalDynamoDb;
let documents: DynamoDBDocument;
beforeAll(async () => {
  server = await startDynamoDb({ principals, tables: [memoryTable(TableName, [3])], clock });
  documents = clientFor(server.url);
});
afterAll(async () => {
  documents.destroy();
  await server.stop();
});
beforeEach(async () => {
  await server.clear();
  settle();
});

const put = (sk: string, vector: number[] | undefined, more: Record<string, unknown> = {}) =>
  documents.put({
    TableName,
    Item: { pk: 'alice', sk, tenant: 'alice', position: 1, memory: {}, ...(vector && { vector_3: vector }), ...more },
  });
type Asked = Partial<SearchVectorsCommandInput>;
const search = async (more: Asked = {}, client = documents) => {
  const { SearchResults = [] } = await client.searchVectors({
    TableName,
    IndexName,
    SearchVector: [1, 0, 0],
    TopK: 10,
    SearchConditionExpression: 'tenant = :tenant',
    ExpressionAttributeValues: { ':tenant': 'alice' },
    ...more,
  });
  return SearchResults.map(({ Item, Score }) => [Item?.sk, Math.round((Score ?? 0) * 1_000) / 1_000]);
};

test('the nearest come first, with their cosine distance: 0 the same direction, 1 none in common, 2 the opposite one', async () => {
  await put('same', [5, 0, 0]);
  await put('opposite', [-1, 0, 0]);
  await put('across', [0, 1, 0]);
  await put('near', [1, 1, 0]);
  expect(await search()).toEqual([
    ['same', 0],
    ['near', 0.293],
    ['across', 1],
    ['opposite', 2],
  ]);
  expect(await search({ TopK: 2 })).toHaveLength(2);
});

test('a search sees some moments later what was written, replaced or removed; a consistent read sees it at once', async () => {
  await put('first', [1, 0, 0]);
  expect(await search()).toEqual([['first', 0]]);
  await put('second', [1, 0, 0]);
  await documents.delete({ TableName, Key: { pk: 'alice', sk: 'first' } });
  expect(await search()).toEqual([['first', 0]]);
  const inOrder = { TableName, IndexName: 'by_time', KeyConditionExpression: 'pk = :pk', ConsistentRead: true };
  const { Items } = await documents.query({ ...inOrder, ExpressionAttributeValues: { ':pk': 'alice' } });
  expect(Items?.map(({ sk }) => sk)).toEqual(['second']);
  settle();
  expect(await search()).toEqual([['second', 0]]);
});

test('an item without the vector, or without the partition of the index, is stored and never found', async () => {
  await put('plain', undefined);
  await put('unowned', [1, 0, 0], { tenant: undefined });
  settle();
  expect(await search()).toEqual([]);
  expect((await documents.scan({ TableName })).Count).toBe(2);
});

test('an item whose vector has another size, or is none, is refused', async () => {
  for (const wrong of [[1, 0], [1, 0, 0, 0], ['1', '0', '0'], '1,0,0']) {
    await expect(put('wrong', wrong as number[])).rejects.toMatchObject({ name: 'ValidationException' });
  }
  await expect(put('wrong', [1, 0, 0], { type: 7 })).rejects.toMatchObject({ name: 'ValidationException' });
});

test('a search is narrowed by equality with attributes of the search schema', async () => {
  await put('note', [1, 0, 0], { type: 'note', session_id: 's1' });
  await put('fact', [1, 0, 0], { type: 'fact', session_id: 's1' });
  await put('other', [1, 0, 0], { type: 'fact', session_id: 's2' });
  settle();
  const narrowed = (text: string, more: Record<string, string>) =>
    search({
      SearchConditionExpression: text,
      ExpressionAttributeValues: { ':tenant': 'alice', ...more },
      ...(text.includes('#type') && { ExpressionAttributeNames: { '#type': 'type' } }),
    });
  expect(await narrowed('tenant = :tenant and #type = :a', { ':a': 'note' })).toEqual([['note', 0]]);
  expect(await narrowed('tenant = :tenant and #type = :a and session_id = :b', { ':a': 'fact', ':b': 's2' })).toEqual([
    ['other', 0],
  ]);
  for (const [text, more] of [
    ['tenant = :tenant and #type <> :a', { ':a': 'note' }],
    ['tenant = :tenant and (#type = :a or #type = :b)', { ':a': 'note', ':b': 'fact' }],
    ['tenant = :tenant and revision = :a', { ':a': 'x' }],
    ['begins_with(tenant, :tenant)', {}],
  ] as const) {
    await expect(narrowed(text, more)).rejects.toThrow(/SearchConditionExpression/);
  }
});

test.each<[string, Asked, string]>([
  ['no TopK below 1', { TopK: 0 }, 'ValidationException'],
  ['no TopK above 100', { TopK: 101 }, 'ValidationException'],
  ['no vector of another size', { SearchVector: [1, 0] }, 'ValidationException'],
  ['the partition', { SearchConditionExpression: 'session_id = :tenant' }, 'ValidationException'],
  ['an index that is there', { IndexName: 'by_similarity_4' }, 'ResourceNotFoundException'],
  ['a vector index', { IndexName: 'by_time' }, 'ResourceNotFoundException'],
  ['attributes that the index carries', { ProjectionExpression: 'vector_3' }, 'ValidationException'],
])('a search needs %s', async (_what, asked, name) => {
  await put('one', [1, 0, 0]);
  settle();
  await expect(search(asked)).rejects.toMatchObject({ name });
});

test('a search without any condition is refused: it would be over all partitions', async () => {
  const asked = { TableName, IndexName, SearchVector: [1, 0, 0], TopK: 1 };
  await expect(documents.searchVectors(asked)).rejects.toThrow(
    'SearchConditionExpression must be provided when SearchSchema has a HASH key',
  );
});

test('queries and scans do not read a vector index', async () => {
  const key = { KeyConditionExpression: 'tenant = :t', ExpressionAttributeValues: { ':t': 'alice' } };
  await expect(documents.query({ TableName, IndexName, ...key })).rejects.toThrow(/vector index/);
  await expect(documents.scan({ TableName, IndexName })).rejects.toThrow(/vector index/);
});

test('searching is a right of its own, on the index, and a condition on keys never holds for it', async () => {
  await put('one', [1, 0, 0]);
  settle();
  expect(await search({}, clientFor(server.url, 'searcher'))).toEqual([['one', 0]]);
  for (const name of ['limited', 'reader']) {
    await expect(search({}, clientFor(server.url, name))).rejects.toMatchObject({ name: 'AccessDeniedException' });
  }
});

describe('a table with vector indexes', () => {
  const client = () => {
    const credentials = { accessKeyId: 'admin', secretAccessKey: 'secret' };
    return new DynamoDB({ endpoint: server.url, region: 'us-east-1', credentials });
  };
  const create = (definition: TableDefinition) => client().createTable(definition as CreateTableCommandInput);
  const [index] = memoryTable('x', [3]).VectorIndexes!;

  test('is described with them', async () => {
    await put('one', [1, 0, 0]);
    const { Table } = await client().describeTable({ TableName });
    expect(Table?.VectorIndexes).toMatchObject([{ IndexName, Dimensions: 3, IndexStatus: 'ACTIVE', ItemCount: 1 }]);
    expect(Table?.LocalSecondaryIndexes).toMatchObject([{ IndexName: 'by_time', ItemCount: 1 }]);
  });

  test.each<[string, Partial<TableDefinition>]>([
    [
      'more than five',
      { VectorIndexes: [1, 2, 3, 4, 5, 6].flatMap((size) => memoryTable('x', [size]).VectorIndexes!) },
    ],
    ['more than 4,096 dimensions', { VectorIndexes: [{ ...index!, Dimensions: 4_097 }] }],
    [
      'a mode other than on demand',
      { BillingMode: 'PROVISIONED', ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } },
    ],
    [
      'a search schema without definitions',
      { VectorIndexes: [{ ...index!, SearchSchema: [{ AttributeName: 'who', SearchSchemaElementType: 'HASH' }] }] },
    ],
    ['two sizes of one attribute', { VectorIndexes: [index!, { ...index!, IndexName: 'again', Dimensions: 4 }] }],
    ['its own key as a vector', { VectorIndexes: [{ ...index!, VectorAttribute: { AttributeName: 'pk' } }] }],
  ])('is refused with %s', async (_what, change) => {
    const { BillingMode, ...rest } = { ...memoryTable('refused', [3]), ...change };
    await expect(create({ ...rest, ...(BillingMode && { BillingMode }) })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});
