import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inDynamoDb } from './in-targets.ts';

const here = inDynamoDb();

const fresh = () => ({ pk: `USER#${randomUUID()}`, sk: 'A' });
const put = (Item: Record<string, unknown>, more: object = {}) =>
  here.target.documents.put({ TableName: here.target.table, Item, ...more });
const get = async (Key: { pk: string; sk: string }, more: object = {}) =>
  (await here.target.documents.get({ TableName: here.target.table, Key, ConsistentRead: true, ...more })).Item;
const update = (
  Key: { pk: string; sk: string },
  UpdateExpression: string | undefined,
  values?: Record<string, unknown>,
  more: object = {},
) =>
  here.target.documents.update({
    TableName: here.target.table,
    Key,
    UpdateExpression,
    ExpressionAttributeValues: values,
    ...more,
  });

describe('an item', () => {
  test('an item comes back as it was stored, whatever its types', async () => {
    const item = {
      ...fresh(),
      text: 'añ☃𝄞',
      empty: '',
      number: -12.5,
      large: { wrapped: [1, 'two', null, true, { three: 3 }] },
      tags: new Set(['a', 'b']),
      numbers: new Set([1, 2.5]),
      bytes: new Uint8Array([0, 255, 7]),
      constructor: 'a name as any other',
    };
    await put(item);
    expect(await get({ pk: item.pk, sk: item.sk })).toEqual(item);
  });

  test('a stored number keeps 38 digits', async () => {
    const { pk, sk } = fresh();
    const N = '12345678901234567890123456789012345678';
    await here.target.dynamo.putItem({
      TableName: here.target.table,
      Item: { pk: { S: pk }, sk: { S: sk }, n: { N } },
    });
    await update({ pk, sk }, 'SET n = n - :one', { ':one': 1 });
    const { Item } = await here.target.dynamo.getItem({
      TableName: here.target.table,
      Key: { pk: { S: pk }, sk: { S: sk } },
    });
    expect(Item?.n).toEqual({ N: '12345678901234567890123456789012345677' });
  });

  test('a projection returns the named parts of an item', async () => {
    const key = fresh();
    await put({ ...key, a: { b: 1, c: 2 }, list: ['x', 'y', 'z'], other: true });
    const projected = await get(key, {
      ProjectionExpression: 'a.c, #list[2], #list[0], gone',
      ExpressionAttributeNames: { '#list': 'list' },
    });
    expect(projected).toEqual({ a: { c: 2 }, list: ['x', 'z'] });
  });

  test('a put replaces the whole item, and returns the old one on request', async () => {
    const key = fresh();
    await put({ ...key, first: 1 });
    const { Attributes } = await put({ ...key, second: 2 }, { ReturnValues: 'ALL_OLD' });
    expect(Attributes).toEqual({ ...key, first: 1 });
    expect(await get(key)).toEqual({ ...key, second: 2 });
  });

  test('a deleted item is gone, and the deletion may be repeated', async () => {
    const key = fresh();
    await put({ ...key, n: 1 });
    const remove = () =>
      here.target.documents.delete({ TableName: here.target.table, Key: key, ReturnValues: 'ALL_OLD' });
    expect((await remove()).Attributes).toEqual({ ...key, n: 1 });
    expect((await remove()).Attributes).toBeUndefined();
    expect(await get(key)).toBeUndefined();
  });

  test('an item over 400 KB is refused', async () => {
    await expect(put({ ...fresh(), text: 'é'.repeat(205 * 1024) })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});

describe('an item', () => {
  const inMaps = (count: number): unknown => (count === 0 ? 'leaf' : { a: inMaps(count - 1) });
  const inLists = (count: number): unknown => (count === 0 ? 'leaf' : [inLists(count - 1)]);
  const message = /^Nesting Levels have exceeded supported limits/;

  test.each([
    ['maps', inMaps],
    ['lists', inLists],
  ])('R4: an item holds a value in 31 %s and refuses one in 32', async (_, nested) => {
    const key = fresh();
    await put({ ...key, deep: nested(31) });
    await expect(put({ ...key, deep: nested(32) })).rejects.toMatchObject({ name: 'ValidationException', message });
    expect(await get(key)).toEqual({ ...key, deep: nested(31) });
  });

  test('R4: an update that nests a value too deep changes nothing', async () => {
    const key = fresh();
    await put({ ...key, deep: inMaps(31) });
    const deepen = here.target.documents.update({
      TableName: here.target.table,
      Key: key,
      UpdateExpression: 'SET deep = :deep',
      ExpressionAttributeValues: { ':deep': inMaps(32) },
    });
    await expect(deepen).rejects.toMatchObject({ name: 'ValidationException', message });
    expect(await get(key)).toEqual({ ...key, deep: inMaps(31) });
  });
});

describe('a condition', () => {
  const item = {
    n: 5,
    m: 7,
    text: 'hello',
    list: [1, { a: 2 }],
    doc: { a: { b: 3 } },
    tags: new Set(['x', 'y']),
    nil: null,
  };
  const holding = [
    'n < m AND NOT (m <= n)',
    'n BETWEEN :four AND :five',
    'n IN (:four, :five)',
    'attribute_exists(doc.a.b) AND attribute_not_exists(doc.x)',
    'attribute_type(tags, :ss) AND attribute_type(nil, :null)',
    'begins_with(#text, :hell)',
    'contains(#text, :ell) AND contains(tags, :x) AND contains(#list, :object)',
    'size(#list) = :two AND size(#text) = :five AND size(tags) = :two',
    'doc = :doc AND #list = :list AND tags = :tags',
    'absent <> :five AND NOT absent = :five AND NOT absent < :five',
    'n = :five OR absent = :five',
  ];
  const values: Record<string, unknown> = {
    ':two': 2,
    ':four': 4,
    ':five': 5,
    ':ss': 'SS',
    ':null': 'NULL',
    ':hell': 'hell',
    ':ell': 'ell',
    ':x': 'x',
    ':object': { a: 2 },
    ':doc': { a: { b: 3 } },
    ':list': [1, { a: 2 }],
    ':tags': new Set(['y', 'x']),
  };
  const names: Record<string, string> = { '#text': 'text', '#list': 'list' };
  const used = <T>(all: Record<string, T>, expression: string) => {
    const kept = Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(expression));
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  };
  const putIf = (key: object, ConditionExpression: string) =>
    put(
      { ...key, ...item },
      {
        ConditionExpression,
        ExpressionAttributeValues: used(values, ConditionExpression),
        ExpressionAttributeNames: used(names, ConditionExpression),
      },
    );

  test.each(holding)('the condition %s holds', async (expression) => {
    const key = fresh();
    await put({ ...key, ...item });
    await putIf(key, expression);
    await expect(putIf(key, `NOT (${expression})`)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  });

  test('a condition that fails leaves the item unchanged', async () => {
    const key = fresh();
    await put({ ...key, n: 1 });
    const failing = update(key, 'SET n = :two', { ':two': 2 }, { ConditionExpression: 'n = :two' });
    await expect(failing).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(await get(key)).toEqual({ ...key, n: 1 });
  });

  test('a condition that fails returns the item only on request', async () => {
    const key = fresh();
    await put({ ...key, n: 1 });
    const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
    const shown = { ...absent, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
    await expect(put(key, shown)).rejects.toMatchObject({ Item: { n: { N: '1' } } });
    await expect(update(key, 'SET n = :n', { ':n': 2 }, shown)).rejects.toMatchObject({ Item: { n: { N: '1' } } });
    const remove = here.target.documents.delete({ TableName: here.target.table, Key: key, ...shown } as never);
    await expect(remove).rejects.toMatchObject({ Item: { n: { N: '1' } } });
    const silent = await put(key, absent).catch((error: { Item?: object }) => error);
    expect(silent).toMatchObject({ name: 'ConditionalCheckFailedException', Item: undefined });
  });
});

describe('an update', () => {
  test('an update creates the item when there is none', async () => {
    const key = fresh();
    await update(key, 'SET n = if_not_exists(n, :zero) + :one', { ':zero': 0, ':one': 1 });
    expect(await get(key)).toEqual({ ...key, n: 1 });
  });

  test('an update that only removes creates no item', async () => {
    const key = fresh();
    await update(key, 'REMOVE a DELETE tags :tags', { ':tags': new Set(['x']) });
    expect(await get(key)).toBeUndefined();
  });

  test('an update reads every operand as it was before', async () => {
    const key = fresh();
    await put({ ...key, a: 1, b: 2 });
    await update(key, 'SET a = b, b = a');
    expect(await get(key)).toEqual({ ...key, a: 2, b: 1 });
  });

  test('an update counts list indexes as they were before', async () => {
    const key = fresh();
    await put({ ...key, items: ['a', 'b', 'c', 'd'] });
    await update(
      key,
      'REMOVE #i[0], #i[2] SET #i[1] = :x, #i[9] = :y',
      { ':x': 'X', ':y': 'Y' },
      { ExpressionAttributeNames: { '#i': 'items' } },
    );
    expect(await get(key)).toEqual({ ...key, items: ['X', 'd', 'Y'] });
  });

  test('an update adds to numbers and sets, and removes a set that becomes empty', async () => {
    const key = fresh();
    await put({ ...key, tags: new Set(['a']) });
    await update(key, 'ADD n :three, tags :b', { ':three': 3, ':b': new Set(['b', 'a']) });
    expect(await get(key)).toEqual({ ...key, n: 3, tags: new Set(['a', 'b']) });
    await update(key, 'DELETE tags :all', { ':all': new Set(['a', 'b', 'c']) });
    expect(await get(key)).toEqual({ ...key, n: 3 });
  });

  test('an update appends to lists and writes inside maps', async () => {
    const key = fresh();
    await put({ ...key, log: [1], doc: { part: {} } });
    await update(
      key,
      'SET #log = list_append(#log, :more), doc.part.deep = :d',
      { ':more': [2], ':d': 'x' },
      { ExpressionAttributeNames: { '#log': 'log' } },
    );
    expect(await get(key)).toEqual({ ...key, log: [1, 2], doc: { part: { deep: 'x' } } });
  });

  test.each([
    ['ALL_OLD', { n: 1, other: true }],
    ['ALL_NEW', { n: 2, other: true }],
    ['UPDATED_OLD', { n: 1 }],
    ['UPDATED_NEW', { n: 2 }],
  ])('an update returns %s', async (ReturnValues, expected) => {
    const key = fresh();
    await put({ ...key, n: 1, other: true });
    const { Attributes } = await update(key, 'SET n = n + :one', { ':one': 1 }, { ReturnValues });
    expect(Attributes).toEqual(ReturnValues.startsWith('ALL') ? { ...key, ...expected } : expected);
  });

  test.each([
    ['a missing operand', 'SET a = absent', undefined],
    ['a sum of texts', 'SET a = sk + :one', { ':one': 1 }],
    ['a path that leads nowhere', 'SET absent.a = :one', { ':one': 1 }],
    ['a change of the key', 'SET sk = :one', { ':one': 'B' }],
    ['an index key of another type', 'SET due_at = :text', { ':text': 'soon' }],
    ['a syntax error', 'SET a :one', { ':one': 1 }],
    ['an unused value', 'SET a = :one', { ':one': 1, ':two': 2 }],
    ['a reserved word', 'SET status = :one', { ':one': 1 }],
    ['the same path twice', 'SET a = :one, a = :one', { ':one': 1 }],
  ])('an update with %s is refused', async (_, expression, values) => {
    const key = fresh();
    await put(key);
    await expect(update(key, expression, values)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await get(key)).toEqual(key);
  });
});

describe('a batch', () => {
  test('a batch writes and reads many items', async () => {
    const { pk } = fresh();
    const items = Array.from({ length: 25 }, (_, n) => ({ pk, sk: `N#${n}`, n }));
    const { UnprocessedItems } = await here.target.documents.batchWrite({
      RequestItems: { [here.target.table]: items.map((Item) => ({ PutRequest: { Item } })) },
    });
    expect(UnprocessedItems).toEqual({});
    const keys = [...items, { pk, sk: 'missing', n: 0 }].map((item) => ({ pk: item.pk, sk: item.sk }));
    const { Responses } = await here.target.documents.batchGet({
      RequestItems: { [here.target.table]: { Keys: keys, ConsistentRead: true } },
    });
    expect(Responses![here.target.table]!.sort((a, b) => a.n - b.n)).toEqual(items);
  });

  test('a batch deletes items', async () => {
    const key = fresh();
    await put(key);
    await here.target.documents.batchWrite({
      RequestItems: { [here.target.table]: [{ DeleteRequest: { Key: key } }] },
    });
    expect(await get(key)).toBeUndefined();
  });

  test('a batch that names an item twice is refused', async () => {
    const key = fresh();
    const twice = [{ PutRequest: { Item: key } }, { DeleteRequest: { Key: key } }];
    const writing = here.target.documents.batchWrite({ RequestItems: { [here.target.table]: twice } });
    await expect(writing).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await get(key)).toBeUndefined();
  });

  test('a batch of more than 25 writes is refused', async () => {
    const { pk } = fresh();
    const writes = Array.from({ length: 26 }, (_, n) => ({ PutRequest: { Item: { pk, sk: `${n}` } } }));
    const writing = here.target.documents.batchWrite({ RequestItems: { [here.target.table]: writes } });
    await expect(writing).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('a mistaken request', () => {
  test('a request for a missing table is a ResourceNotFoundException', async () => {
    const reading = here.target.documents.get({ TableName: 'not-there', Key: fresh() });
    await expect(reading).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test.each([
    ['without the sort key', { pk: 'a' }],
    ['with a key of another type', { pk: 'a', sk: 1 }],
    ['with too many key attributes', { pk: 'a', sk: 'b', n: 1 }],
    ['with an empty key', { pk: '', sk: 'b' }],
  ])('a request %s is a ValidationException', async (_, Key) => {
    const reading = here.target.documents.get({ TableName: here.target.table, Key });
    await expect(reading).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('creating a table that exists is a ResourceInUseException', async () => {
    const { Table } = await here.target.dynamo.describeTable({ TableName: here.target.table });
    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      GlobalSecondaryIndexes: [{ IndexName: 'due', IndexStatus: 'ACTIVE' }],
    });
    const making = here.target.dynamo.createTable({
      TableName: here.target.table,
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    });
    await expect(making).rejects.toMatchObject({ name: 'ResourceInUseException' });
  });
});
