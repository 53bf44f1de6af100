import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inDynamoDb } from './in-targets.ts';

const here = inDynamoDb();

const partition = () => `USER#${randomUUID()}`;

async function fill(pk: string, items: Record<string, unknown>[]): Promise<void> {
  for (let from = 0; from < items.length; from += 25) {
    const puts = items.slice(from, from + 25).map((item) => ({ PutRequest: { Item: { pk, ...item } } }));
    await here.target.documents.batchWrite({ RequestItems: { [here.target.table]: puts } });
  }
}

const query = (pk: string, sort: string, values: Record<string, unknown> = {}, more: object = {}) =>
  here.target.documents.query({
    TableName: here.target.table,
    KeyConditionExpression: sort ? `pk = :pk AND ${sort}` : 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk, ...values },
    ConsistentRead: true,
    ...more,
  });

const keys = (items: Record<string, unknown>[] = []) => items.map(({ sk }) => sk);

describe('a query', () => {
  test.each([
    ['sk = :b', { ':b': 'b' }, ['b']],
    ['sk < :b', { ':b': 'b' }, ['a', 'a1']],
    ['sk <= :b', { ':b': 'b' }, ['a', 'a1', 'b']],
    ['sk > :a', { ':a': 'a' }, ['a1', 'b', 'c']],
    ['sk >= :a1', { ':a1': 'a1' }, ['a1', 'b', 'c']],
    ['sk BETWEEN :a AND :b', { ':a': 'a', ':b': 'b' }, ['a', 'a1', 'b']],
    ['begins_with(sk, :a)', { ':a': 'a' }, ['a', 'a1']],
  ])('a query for %s finds what is in the range, in order', async (sort, values, expected) => {
    const pk = partition();
    await fill(
      pk,
      ['c', 'a1', 'b', 'a'].map((sk) => ({ sk })),
    );
    expect(keys((await query(pk, sort, values)).Items)).toEqual(expected);
    const backwards = await query(pk, sort, values, { ScanIndexForward: false });
    expect(keys(backwards.Items)).toEqual([...expected].reverse());
  });

  test('a query sorts by UTF-8 bytes, not by UTF-16 units', async () => {
    const pk = partition();
    await fill(
      pk,
      ['\u{1F600}', '\uFF5E', 'z', 'é'].map((sk) => ({ sk })),
    );
    expect(keys((await query(pk, '')).Items)).toEqual(['z', 'é', '\uFF5E', '\u{1F600}']);
  });

  test('a query applies its filter after its limit', async () => {
    const pk = partition();
    await fill(
      pk,
      Array.from({ length: 10 }, (_, n) => ({ sk: `${n}`, even: n % 2 === 0 })),
    );
    const found = await query(pk, '', { ':true': true }, { FilterExpression: 'even = :true', Limit: 6 });
    expect(keys(found.Items)).toEqual(['0', '2', '4']);
    expect(found).toMatchObject({ Count: 3, ScannedCount: 6, LastEvaluatedKey: { pk, sk: '5' } });
  });

  test('a query can count items without returning them', async () => {
    const pk = partition();
    await fill(pk, [{ sk: 'a' }, { sk: 'b' }]);
    const found = await query(pk, '', {}, { Select: 'COUNT' });
    expect(found.Count).toBe(2);
    expect(found.Items).toBeUndefined();
  });

  test('a query stops at 1 MB and continues from there', async () => {
    const pk = partition();
    await fill(
      pk,
      Array.from({ length: 5 }, (_, n) => ({ sk: `${n}`, text: 'x'.repeat(300 * 1024) })),
    );
    const first = await query(pk, '');
    expect(keys(first.Items)).toEqual(['0', '1', '2', '3']);
    const second = await query(pk, '', {}, { ExclusiveStartKey: first.LastEvaluatedKey });
    expect(keys(second.Items)).toEqual(['4']);
    expect(second.LastEvaluatedKey).toBeUndefined();
  });

  test('a query shows every item once over its pages, whatever their size and direction', async () => {
    const pk = partition();
    const all = Array.from({ length: 30 }, (_, n) => `${String(n).padStart(2, '0')}`);
    await fill(
      pk,
      all.map((sk) => ({ sk })),
    );
    const sizes = fc.integer({ min: 1, max: 31 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.boolean(), async (Limit, ScanIndexForward) => {
        const seen: unknown[] = [];
        let start: Record<string, unknown> | undefined;
        do {
          const page = await query(pk, '', {}, { Limit, ScanIndexForward, ExclusiveStartKey: start });
          seen.push(...keys(page.Items));
          start = page.LastEvaluatedKey;
        } while (start);
        expect(seen).toEqual(ScanIndexForward ? all : [...all].reverse());
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ['an inequality on the partition', { KeyConditionExpression: 'pk > :pk' }],
    ['a condition on another attribute', { KeyConditionExpression: 'pk = :pk AND n = :pk' }],
    ['a filter on the key', { FilterExpression: 'sk = :pk' }],
    ['a start in another partition', { ExclusiveStartKey: { pk: 'elsewhere', sk: 'a' } }],
    ['an index that is not there', { IndexName: 'missing', ConsistentRead: false }],
  ])('a query with %s is refused', async (_, more) => {
    await expect(query(partition(), '', {}, more)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('the sparse index', () => {
  const due = async (shard: string, until = Number.MAX_SAFE_INTEGER, more: object = {}) =>
    here.target.documents.query({
      TableName: here.target.table,
      IndexName: 'due',
      KeyConditionExpression: 'due_shard = :shard AND due_at <= :until',
      ExpressionAttributeValues: { ':shard': shard, ':until': until },
      ...more,
    });

  test('the sparse index holds due items by time, with all attributes', async () => {
    const shard = randomUUID();
    const pk = partition();
    const items = [100, -5, 9, 20.5].map((due_at) => ({ sk: `${due_at}`, due_shard: shard, due_at, note: 'kept' }));
    await fill(pk, [...items, { sk: 'not due' }, { sk: 'half', due_shard: shard }]);
    const { Items } = await due(shard, 50);
    expect(Items).toEqual(
      [-5, 9, 20.5].map((due_at) => ({ pk, sk: `${due_at}`, due_shard: shard, due_at, note: 'kept' })),
    );
  });

  test('the sparse index follows every change of its item', async () => {
    const shard = randomUUID();
    const key = { pk: partition(), sk: 'task' };
    const change = (UpdateExpression: string, values?: Record<string, unknown>) =>
      here.target.documents.update({
        TableName: here.target.table,
        Key: key,
        UpdateExpression,
        ExpressionAttributeValues: values,
      });
    const times = async () => (await due(shard)).Items!.map(({ due_at, n }) => [due_at, n]);

    await change('SET due_shard = :s, due_at = :at, n = :n', { ':s': shard, ':at': 5, ':n': 1 });
    expect(await times()).toEqual([[5, 1]]);
    await change('SET due_at = :at', { ':at': 7 });
    expect(await times()).toEqual([[7, 1]]);
    await change('SET n = :n', { ':n': 2 });
    expect(await times()).toEqual([[7, 2]]);
    await change('REMOVE due_at');
    expect(await times()).toEqual([]);
    await change('SET due_at = :at', { ':at': 9 });
    await here.target.documents.delete({ TableName: here.target.table, Key: key });
    expect(await times()).toEqual([]);
    await change('SET due_shard = :s, due_at = :at, n = :n', { ':s': shard, ':at': 9, ':n': 3 });
    expect(await times()).toEqual([[9, 3]]);
  });

  test('the sparse index is paged without loss where many items are due at the same time', async () => {
    const shard = randomUUID();
    const pk = partition();
    await fill(
      pk,
      Array.from({ length: 12 }, (_, n) => ({ sk: `${n}`, due_shard: shard, due_at: n < 10 ? 1 : 2 })),
    );
    const seen: unknown[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await due(shard, 5, { Limit: 5, ExclusiveStartKey: start });
      seen.push(...keys(page.Items));
      start = page.LastEvaluatedKey;
    } while (start);
    expect(seen.sort()).toEqual(Array.from({ length: 12 }, (_, n) => `${n}`).sort());
  });

  test('the sparse index cannot be read consistently', async () => {
    await expect(due('s', 1, { ConsistentRead: true })).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('a scan', () => {
  test('a scan sees every item once, over segments and pages', async () => {
    const mark = randomUUID();
    const all = Array.from({ length: 20 }, (_, n) => `${n}`);
    for (const sk of all) await fill(partition(), [{ sk, mark }]);
    const seen: unknown[] = [];
    for (const Segment of [0, 1, 2]) {
      let start: Record<string, unknown> | undefined;
      do {
        const page = await here.target.documents.scan({
          TableName: here.target.table,
          Segment,
          TotalSegments: 3,
          Limit: 7,
          FilterExpression: 'mark = :mark',
          ExpressionAttributeValues: { ':mark': mark },
          ExclusiveStartKey: start,
        });
        seen.push(...keys(page.Items));
        start = page.LastEvaluatedKey;
      } while (start);
    }
    expect(seen.sort()).toEqual([...all].sort());
  });
});
