import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTimeToLiveCommand,
  ListTablesCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sharedClock } from '../../infra/local/services/dynamodb/clock.ts';
import { type LocalDynamoDb, startDynamoDb } from '../../infra/local/services/dynamodb/server.ts';
import { tableInput } from '../support/table-definition.ts';
import { clientFor, everything, role } from './dynamodb-target.ts';

/** What only the local server has: a clock to move, faults, counts, roles. */
const TableName = 'artel';
const NOW = Date.UTC(2030, 0, 1);
const HOUR = 3600;
const ARN = 'arn:aws:dynamodb:us-east-1:000000000000:table/artel';
const clock = sharedClock(NOW);
const definition = { ...tableInput(TableName), ttlAttribute: 'expires_at' };
const bob = role(
  'bob',
  {
    effect: 'Allow',
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    resources: [ARN],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['USER#bob*'] } },
  },
  { effect: 'Allow', actions: ['dynamodb:Query'], resources: [`${ARN}/index/due`] },
);

let server: LocalDynamoDb;
let documents: DynamoDBDocument;
const principals = [role('admin', everything), bob];
beforeEach(async () => {
  clock.set(NOW);
  server = await startDynamoDb({ principals, tables: [definition], clock });
  documents = clientFor(server.url);
});
afterEach(async () => {
  documents.destroy();
  await server.stop();
});

const put = (Item: Record<string, unknown>, client = documents) => client.put({ TableName, Item });
const all = async () => (await documents.scan({ TableName })).Items!.map(({ sk }) => sk).sort();

const timeToLive = () => documents.send(new DescribeTimeToLiveCommand({ TableName }));
const setTtl = (AttributeName: string, Enabled: boolean) =>
  documents.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName, Enabled } }));

describe('time to live', () => {
  test('time to live deletes expired items and their index entries, and nothing else', async () => {
    const seconds = NOW / 1000;
    const due = { due_shard: 's', due_at: 1 };
    await put({ pk: 'a', sk: 'soon', expires_at: seconds + HOUR, ...due });
    await put({ pk: 'a', sk: 'later', expires_at: seconds + 2 * HOUR });
    await put({ pk: 'a', sk: 'never' });
    await put({ pk: 'a', sk: 'as text', expires_at: '1' });
    await put({ pk: 'a', sk: 'absurd', expires_at: 7 });
    expect(await server.expireNow()).toBe(0);
    clock.set(NOW + (HOUR + 1) * 1000);
    expect(await server.expireNow()).toBe(1);
    expect(await all()).toEqual(['absurd', 'as text', 'later', 'never']);
    expect((await documents.scan({ TableName, IndexName: 'due' })).Items).toEqual([]);
  });

  test('time to live follows the attribute it is switched to', async () => {
    await put({ pk: 'a', sk: 'b', gone_at: NOW / 1000 - 1 });
    const { TimeToLiveDescription } = await timeToLive();
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expires_at' });
    await setTtl('expires_at', false);
    expect((await timeToLive()).TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'DISABLED' });
    await setTtl('gone_at', true);
    expect(await server.expireNow()).toBe(1);
    expect(await all()).toEqual([]);
  });
});

describe('a client request token', () => {
  test('a client request token is forgotten after ten minutes', async () => {
    const add = () =>
      documents.transactWrite({
        ClientRequestToken: 'once',
        TransactItems: [
          {
            Update: {
              TableName,
              Key: { pk: 'a', sk: 'n' },
              UpdateExpression: 'ADD n :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
        ],
      });
    const count = async () => (await documents.get({ TableName, Key: { pk: 'a', sk: 'n' } })).Item?.n;
    await add();
    clock.set(NOW + 599_000);
    await add();
    expect(await count()).toBe(1);
    clock.set(NOW + 601_000);
    await add();
    expect(await count()).toBe(2);
  });
});

describe('a role', () => {
  const key = (pk: string) => ({ TableName, Key: { pk, sk: 'a' } });

  test('a role reaches the partitions its policy names and no other', async () => {
    const client = clientFor(server.url, 'bob');
    await put({ pk: 'USER#bob', sk: 'a' }, client);
    await expect(put({ pk: 'USER#alice', sk: 'a' }, client)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`role bob is not allowed to dynamodb:PutItem on ${ARN}`),
    });
    await expect(client.get(key('USER#alice'))).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(client.delete(key('USER#bob'))).rejects.toMatchObject({ name: 'AccessDeniedException' });
    const listing = client.send(new ListTablesCommand({}));
    await expect(listing).rejects.toMatchObject({ message: expect.stringContaining('dynamodb:ListTables on *') });
    expect(await all()).toEqual(['a']);
  });

  test('a role queries a table by partition and an index by its own ARN', async () => {
    const client = clientFor(server.url, 'bob');
    const query = (pk: string, IndexName?: string) =>
      client.query({
        TableName,
        IndexName,
        KeyConditionExpression: '#hash = :pk',
        ExpressionAttributeNames: { '#hash': IndexName ? 'due_shard' : 'pk' },
        ExpressionAttributeValues: { ':pk': pk },
      });
    expect((await query('USER#bob')).Items).toEqual([]);
    expect((await query('0', 'due')).Items).toEqual([]);
    await expect(query('USER#alice')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  test('a role needs the permission of every part of a transaction', async () => {
    const client = clientFor(server.url, 'bob');
    const part = { TableName, Item: { pk: 'USER#bob', sk: 'a' } };
    await client.transactWrite({ TransactItems: [{ Put: part }] });
    const check = { ...key('USER#bob/2'), ConditionExpression: 'attribute_not_exists(pk)' };
    const denied = client.transactWrite({ TransactItems: [{ Put: part }, { ConditionCheck: check }] });
    await expect(denied).rejects.toMatchObject({ message: expect.stringContaining('dynamodb:ConditionCheckItem') });
    await expect(client.transactGet({ TransactItems: [{ Get: key('USER#alice') }] })).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    await expect(
      client.batchGet({ RequestItems: { [TableName]: { Keys: [key('USER#bob').Key] } } }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('dynamodb:BatchGetItem'),
    });
  });

  test('a request with an unknown access key is refused', async () => {
    await expect(clientFor(server.url, 'mallory').get(key('a'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });
});

describe('an injected fault', () => {
  const write = (client: DynamoDBDocument) =>
    client.transactWrite({
      TransactItems: [
        {
          Update: {
            TableName,
            Key: { pk: 'a', sk: 'n' },
            UpdateExpression: 'ADD n :one',
            ExpressionAttributeValues: { ':one': 1 },
          },
        },
        { Put: { TableName, Item: { pk: 'a', sk: 'm' } } },
      ],
    });
  const count = async () => (await documents.get({ TableName, Key: { pk: 'a', sk: 'n' } })).Item?.n;

  test('an injected fault makes as many calls fail as asked, before they do anything', async () => {
    const once = clientFor(server.url, 'admin', 1);
    await server.injectFault({ action: 'TransactWriteItems', times: 2, error: 'TransactionConflict' });
    for (const _ of [1, 2]) {
      await expect(write(once)).rejects.toMatchObject({
        name: 'TransactionCanceledException',
        CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
      });
    }
    expect(await count()).toBeUndefined();
    await write(once);
    expect(await count()).toBe(1);
  });

  test.each(['ProvisionedThroughputExceededException', 'InternalServerError'] as const)(
    'the injected fault %s is one that clients retry',
    async (error) => {
      await server.injectFault({ action: '*', times: 1, error });
      await expect(put({ pk: 'a', sk: 'b' }, clientFor(server.url, 'admin', 1))).rejects.toMatchObject({ name: error });
      await server.injectFault({ action: 'PutItem', times: 1, error });
      await put({ pk: 'a', sk: 'b' });
      expect(await all()).toEqual(['b']);
    },
  );

  test('an injected fault that drops the reply leaves the work done once, however often the client retries', async () => {
    await server.injectFault({ action: 'TransactWriteItems', times: 2, error: 'drop-reply' });
    await write(documents);
    expect(await count()).toBe(1);
    expect((await server.counts()).TransactWriteItems?.calls).toBe(3);
  });
});

describe('capacity', () => {
  test('consumed capacity counts kilobytes, index entries and transactions as AWS does', async () => {
    const Item = { pk: 'a', sk: 'b', text: 'x'.repeat(2500) };
    const consumed = { ReturnConsumedCapacity: 'INDEXES' } as const;
    const plain = await documents.put({ TableName, Item, ...consumed });
    expect(plain.ConsumedCapacity).toEqual({ TableName, CapacityUnits: 3, Table: { CapacityUnits: 3 } });
    const due = await documents.put({ TableName, Item: { ...Item, due_shard: 's', due_at: 1 }, ...consumed });
    expect(due.ConsumedCapacity).toMatchObject({
      CapacityUnits: 6,
      GlobalSecondaryIndexes: { due: { CapacityUnits: 3 } },
    });
    const moved = await documents.transactWrite({
      TransactItems: [{ Put: { TableName, Item: { ...Item, due_shard: 's', due_at: 2 } } }],
      ReturnConsumedCapacity: 'TOTAL',
    });
    expect(moved.ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 18, WriteCapacityUnits: 18 }]);
    const read = await documents.get({ TableName, Key: { pk: 'a', sk: 'b' }, ReturnConsumedCapacity: 'TOTAL' });
    expect(read.ConsumedCapacity).toEqual({ TableName, CapacityUnits: 0.5 });
  });

  test('consumed capacity is counted by action until it is reset', async () => {
    await put({ pk: 'a', sk: 'b' });
    await documents.get({ TableName, Key: { pk: 'a', sk: 'b' }, ConsistentRead: true });
    expect(await server.counts()).toEqual({
      PutItem: { calls: 1, readUnits: 0, writeUnits: 1, items: 1 },
      GetItem: { calls: 1, readUnits: 1, writeUnits: 0, items: 1 },
    });
    await server.resetCounts();
    expect(await server.counts()).toEqual({});
  });
});

describe('what is not supported', () => {
  test.each([
    ['a parameter from before expressions', { Expected: { n: { Exists: false } } }],
    ['a parameter nobody knows', { Surprise: true }],
  ])('an unsupported request with %s is refused by name', async (_, more) => {
    const body = { TableName, Item: { pk: { S: 'a' }, sk: { S: 'b' } }, ...more };
    const response = await fetch(server.url, {
      method: 'POST',
      headers: {
        'x-amz-target': 'DynamoDB_20120810.PutItem',
        authorization: 'AWS4-HMAC-SHA256 Credential=admin/20300101/us-east-1',
      },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      __type: expect.stringContaining('#ValidationException'),
      message: `the local DynamoDB does not support ${Object.keys(more)[0]}`,
    });
    expect(await all()).toEqual([]);
  });
});

describe('a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'artel-dynamodb-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const open = (table = definition) => startDynamoDb({ folder, principals, tables: [table], clock });

  test('a data folder keeps the items, and gains and loses indexes with the table definition', async () => {
    const { GlobalSecondaryIndexes, ...rest } = definition;
    const bare = { ...rest, AttributeDefinitions: rest.AttributeDefinitions.slice(0, 2) } as typeof definition;
    const first = await open(bare);
    const writer = clientFor(first.url);
    await writer.put({ TableName, Item: { pk: 'a', sk: 'b', due_shard: 's', due_at: 1 } });
    writer.destroy();
    await first.stop();

    const second = await open();
    const reader = clientFor(second.url);
    expect((await reader.scan({ TableName, IndexName: 'due' })).Items).toMatchObject([{ sk: 'b' }]);
    reader.destroy();
    await second.stop();

    const third = await open(bare);
    const last = clientFor(third.url);
    await expect(last.scan({ TableName, IndexName: 'due' })).rejects.toMatchObject({ name: 'ValidationException' });
    expect((await last.scan({ TableName })).Items).toHaveLength(1);
    last.destroy();
    await third.stop();
  });

  test('a data folder serves one process at a time', async () => {
    const first = await open();
    await expect(open()).rejects.toThrow('is another process using them?');
    await first.stop();
  });

  test('a data folder refuses a table definition with other keys', async () => {
    await (await open()).stop();
    const KeySchema = [{ AttributeName: 'pk', KeyType: 'HASH' }] as unknown as typeof definition.KeySchema;
    await expect(open({ ...definition, KeySchema })).rejects.toThrow('holds items with other keys');
  });
});

describe('an index', () => {
  test('an index can be added to a table and removed from it', async () => {
    await put({ pk: 'a', sk: 'b', owner: 'alice', text: 'x' });
    const create = new UpdateTableCommand({
      TableName,
      AttributeDefinitions: [{ AttributeName: 'owner', AttributeType: 'S' }],
      GlobalSecondaryIndexUpdates: [
        {
          Create: {
            IndexName: 'owners',
            KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        },
      ],
    });
    await documents.send(create);
    expect((await documents.scan({ TableName, IndexName: 'owners' })).Items).toEqual([
      { pk: 'a', sk: 'b', owner: 'alice' },
    ]);
    const drop = new UpdateTableCommand({
      TableName,
      GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'owners' } }],
    });
    await documents.send(drop);
    await expect(documents.scan({ TableName, IndexName: 'owners' })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});
