import { randomUUID } from 'node:crypto';
import type { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inDynamoDb } from './in-targets.ts';

const here = inDynamoDb();

type Parts = NonNullable<TransactWriteCommandInput['TransactItems']>;
type Key = { pk: string; sk: string };

const fresh = (sk = 'A'): Key => ({ pk: `USER#${randomUUID()}`, sk });
const transact = (TransactItems: Parts, ClientRequestToken?: string) =>
  here.target.documents.transactWrite({ TransactItems, ClientRequestToken });
const put = (Item: object, more: object = {}) => ({
  Put: { TableName: here.target.table, Item: { ...Item }, ...more },
});
const update = (key: Key, UpdateExpression: string, values?: Record<string, unknown>, more: object = {}) => ({
  Update: { TableName: here.target.table, Key: key, UpdateExpression, ExpressionAttributeValues: values, ...more },
});
const remove = (key: Key) => ({ Delete: { TableName: here.target.table, Key: key } });
const check = (key: Key, ConditionExpression: string, more: object = {}) => ({
  ConditionCheck: { TableName: here.target.table, Key: key, ConditionExpression, ...more },
});
const get = async (Key: Key) =>
  (await here.target.documents.get({ TableName: here.target.table, Key, ConsistentRead: true })).Item;
const refusal = async (work: Promise<unknown>): Promise<TransactionCanceledException> =>
  work.then(
    () => expect.fail('the transaction was carried out'),
    (error) => error,
  );

describe('a transaction', () => {
  test('a transaction makes all of its changes', async () => {
    const [a, b, c, d] = [fresh(), fresh(), fresh(), fresh()];
    await transact([put({ ...b, n: 1 }), put(c), put(d)]);
    await transact([
      put({ ...a, new: true }),
      update(b, 'SET n = n + :one', { ':one': 1 }),
      remove(c),
      check(d, 'attribute_exists(pk)'),
    ]);
    expect(await Promise.all([a, b, c, d].map(get))).toEqual([{ ...a, new: true }, { ...b, n: 2 }, undefined, d]);
  });

  test('a transaction changes nothing when one condition fails, and gives the reasons in order', async () => {
    const [a, b, c] = [fresh(), fresh(), fresh()];
    await transact([put({ ...b, n: 1 })]);
    const error = await refusal(
      transact([
        put(a),
        update(
          b,
          'SET n = :two',
          { ':two': 2 },
          { ConditionExpression: 'n = :two', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
        ),
        check(c, 'attribute_exists(pk)', { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      ]),
    );
    expect(error.name).toBe('TransactionCanceledException');
    expect(error.message).toContain('[None, ConditionalCheckFailed, ConditionalCheckFailed]');
    expect(error.CancellationReasons).toMatchObject([
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: { n: { N: '1' } } },
      { Code: 'ConditionalCheckFailed' },
    ]);
    expect(error.CancellationReasons![2]?.Item).toBeUndefined();
    expect(await Promise.all([a, b].map(get))).toEqual([undefined, { ...b, n: 1 }]);
  });

  test('a transaction keeps index entries in step', async () => {
    const shard = randomUUID();
    const [a, b] = [fresh(), fresh()];
    const due = async () => {
      const { Items } = await here.target.documents.query({
        TableName: here.target.table,
        IndexName: 'due',
        KeyConditionExpression: 'due_shard = :s',
        ExpressionAttributeValues: { ':s': shard },
      });
      return Items!.map(({ pk }) => pk);
    };
    await transact([put({ ...a, due_shard: shard, due_at: 1 }), put({ ...b, due_shard: shard, due_at: 2 })]);
    expect(await due()).toEqual([a.pk, b.pk]);
    await refusal(transact([update(a, 'REMOVE due_at'), check(b, 'attribute_not_exists(pk)')]));
    expect(await due()).toEqual([a.pk, b.pk]);
    await transact([update(a, 'REMOVE due_at'), update(b, 'SET due_at = :three', { ':three': 3 })]);
    expect(await due()).toEqual([b.pk]);
  });

  test('a transaction may name each item only once', async () => {
    const key = fresh();
    const error = await refusal(transact([put(key), check(key, 'attribute_not_exists(pk)')]));
    expect(error.name).toBe('ValidationException');
    expect(await get(key)).toBeUndefined();
  });

  test('a transaction takes at most 100 parts', async () => {
    const items = Array.from({ length: 101 }, (_, n) => put(fresh(`${n}`)));
    await transact(items.slice(0, 100));
    await expect(transact(items)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('a transaction of more than 4 MB is refused', async () => {
    const keys = Array.from({ length: 11 }, () => fresh());
    const parts = keys.map((key) => put({ ...key, text: 'x'.repeat(390 * 1024) }));
    const error = await refusal(transact(parts));
    expect(['ValidationException', 'TransactionCanceledException']).toContain(error.name);
    expect(await get(keys[0]!)).toBeUndefined();
  });

  test('a transactional read sees several items at one moment', async () => {
    const [a, b] = [fresh(), fresh()];
    await transact([put({ ...a, n: 1 })]);
    const read = (Key: Key, more: object = {}) => ({ Get: { TableName: here.target.table, Key, ...more } });
    const { Responses } = await here.target.documents.transactGet({
      TransactItems: [read(b), read(a, { ProjectionExpression: 'n' })],
    });
    expect(Responses!.map(({ Item }) => Item)).toEqual([undefined, { n: 1 }]);
  });
});

describe('a client request token', () => {
  test('a client request token makes a repeated transaction harmless', async () => {
    const key = fresh();
    const token = randomUUID();
    const add = () => transact([update(key, 'ADD n :one', { ':one': 1 })], token);
    await add();
    await add();
    expect(await get(key)).toEqual({ ...key, n: 1 });
  });

  test('a client request token belongs to one request', async () => {
    const key = fresh();
    const token = randomUUID();
    await transact([update(key, 'ADD n :one', { ':one': 1 })], token);
    const error = await refusal(transact([update(key, 'ADD n :one', { ':one': 2 })], token));
    expect(error.name).toBe('IdempotentParameterMismatchException');
    expect(await get(key)).toEqual({ ...key, n: 1 });
  });
});

describe('concurrent transactions', () => {
  const accounts = ['alice', 'bob', 'carol', 'dave'];
  const START = 20;
  const transfer = fc.record({
    from: fc.nat(accounts.length - 1),
    step: fc.integer({ min: 1, max: accounts.length - 1 }),
    amount: fc.integer({ min: 1, max: 15 }),
  });

  /** Tries again when the store says that another transaction was in the way; `false` when the condition did not hold. */
  async function settle(parts: Parts): Promise<boolean> {
    for (;;) {
      const error = await transact(parts).then(
        () => undefined,
        (reason: TransactionCanceledException) => reason,
      );
      if (!error) return true;
      const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
      if (codes.includes('ConditionalCheckFailed')) return false;
      if (!codes.includes('TransactionConflict')) throw error;
    }
  }

  test('concurrent transactions equal some serial order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(transfer, { minLength: 2, maxLength: 24 }), async (transfers) => {
        const { pk } = fresh();
        const key = (account: number) => ({ pk, sk: accounts[account]! });
        await transact(accounts.map((sk) => put({ pk, sk, balance: START, log: [] })));

        const move = (account: number, change: number, id: number) =>
          update(
            key(account),
            'SET balance = balance + :change, #log = list_append(#log, :id)',
            { ':change': change, ':id': [id], ':least': -change },
            { ConditionExpression: 'balance >= :least', ExpressionAttributeNames: { '#log': 'log' } },
          );
        const sums: Promise<number>[] = [];
        const done = await Promise.all(
          transfers.map(({ from, step, amount }, id) => {
            const to = (from + step) % accounts.length;
            sums.push(sum(pk));
            return settle([
              move(from, -amount, id),
              move(to, amount, id),
              update({ pk, sk: 'count' }, 'ADD n :one', { ':one': 1 }),
            ]);
          }),
        );

        expect(new Set(await Promise.all(sums))).toEqual(new Set([START * accounts.length]));
        const after = (await Promise.all(accounts.map((_, at) => get(key(at))))) as {
          balance: number;
          log: number[];
        }[];
        const order = serialOrder(after.map(({ log }) => log));
        expect([...order].sort((a, b) => a - b)).toEqual(transfers.flatMap((_, id) => (done[id] ? [id] : [])));
        expect(after.map(({ balance }) => balance)).toEqual(replay(order.map((id) => transfers[id]!)));
        expect((await get({ pk, sk: 'count' }))?.n ?? 0).toBe(order.length);
      }),
      { numRuns: 20 },
    );
  });

  /** Read in one transaction, so it must never see money on its way. */
  async function sum(pk: string): Promise<number> {
    const TransactItems = accounts.map((sk) => ({ Get: { TableName: here.target.table, Key: { pk, sk } } }));
    const { Responses } = await here.target.documents.transactGet({ TransactItems });
    return Responses!.reduce((total, { Item }) => total + Item!.balance, 0);
  }

  /** One order that agrees with what each account saw; fails when there is none. */
  function serialOrder(logs: number[][]): number[] {
    const left = logs.map((log) => [...log]);
    const order: number[] = [];
    while (left.some((log) => log.length > 0)) {
      const next = left
        .map((log) => log[0])
        .find((id) => id !== undefined && left.every((log) => !log.includes(id, 1)));
      if (next === undefined) expect.fail(`the accounts disagree about the order: ${JSON.stringify(left)}`);
      for (const log of left) if (log[0] === next) log.shift();
      order.push(next);
    }
    return order;
  }

  /** The balances after the transfers one by one; fails when one overdraws. */
  function replay(transfers: { from: number; step: number; amount: number }[]): number[] {
    const balances = accounts.map(() => START);
    for (const { from, step, amount } of transfers) {
      balances[from]! -= amount;
      balances[(from + step) % accounts.length]! += amount;
      expect(balances[from]).toBeGreaterThanOrEqual(0);
    }
    return balances;
  }
});
