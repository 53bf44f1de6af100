import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../../shared/core/clock.ts';
import { QuotaExceeded, TooManyRequests } from '../../../shared/core/errors.ts';
import { listCharges, NOTHING, releaseReservations, reserved, settle } from '../../../shared/limits/index.ts';
import {
  DUE_SHARDS,
  deleteItem,
  getItem,
  type Item,
  queryDue,
  updateItem,
  userKeys,
} from '../../../shared/store/index.ts';
import { listUsage } from '../../../shared/usage/index.ts';
import { inTable } from '../../support/in-table.ts';
import { amountOf, budgetOf, isBalanced, NOW, somebody, spentOf, startedClock, take, tierWith } from './month.ts';

/* Requirements: GW6. */

const here = inTable();

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a reservation', () => {
  test('a reservation takes what a call may cost, and settling gives back the rest', async () => {
    const alice = somebody();
    const tier = tierWith({ money: 100 });
    const held = await take(alice, tier, amountOf(60));
    expect(await budgetOf(alice)).toMatchObject({ left: { money: 40 }, spent: { money: 0 } });
    await settle(held, spentOf(amountOf(25)), startedClock());
    const after = await budgetOf(alice);
    expect(after).toMatchObject({ left: { money: 75 }, spent: { money: 25, requests: 1 }, open: {} });
    expect(isBalanced(after)).toBe(true);
  });

  test('a reservation whose write arrives once more, after it was settled, is given back', async () => {
    const alice = somebody();
    const tier = tierWith({ money: 100 }, { concurrentCalls: 1 });
    const held = await take(alice, tier, amountOf(60));
    const key = userKeys.budget(alice.user, '2026-11');
    const { open } = (await getItem(key)) as Item & { open: unknown };
    await settle(held, spentOf(amountOf(25)), startedClock());
    const again = 'SET #open = :open, #left_money = #left_money - :money, #left_tokens = #left_tokens - :tokens, ';
    await updateItem(key, `${again}#left_requests = #left_requests - :requests`, { values: { open, ...amountOf(60) } });
    expect(isBalanced(await budgetOf(alice))).toBe(true);
    await releaseReservations(alice, '2026-11', startedClock(NOW + 17 * MINUTE));
    const after = await budgetOf(alice);
    expect(after).toMatchObject({ left: { money: 75 }, spent: { money: 25 } });
    expect(after.open).toEqual({});
    expect(isBalanced(after)).toBe(true);
  });

  test('a reservation blocked by other calls is refused for seconds, a used-up month until the next month', async () => {
    const alice = somebody();
    const tier = tierWith({ money: 100 });
    const held = await take(alice, tier, amountOf(60));
    const crowded = await failure(take(alice, tier, amountOf(50)));
    expect(crowded).toBeInstanceOf(TooManyRequests);
    expect(crowded).toMatchObject({ status: 429, retryAfter: 5 });
    await settle(held, spentOf(amountOf(60)), startedClock());
    const used = await failure(take(alice, tier, amountOf(50)));
    expect(used).toBeInstanceOf(QuotaExceeded);
    expect(used).toMatchObject({ status: 429, retryAfter: (Date.UTC(2026, 11, 1) - NOW) / 1_000 });
    expect((used as Error).message).toContain('money');
  });

  test.each([
    ['tokens', { tokens: 15 }],
    ['requests', { requests: 1 }],
  ])('a reservation is also refused for lack of %s', async (name, month) => {
    const alice = somebody();
    const held = await take(alice, tierWith(month), amountOf(1));
    await settle(held, spentOf(amountOf(1)), startedClock());
    expect(await failure(take(alice, tierWith(month), amountOf(1)))).toMatchObject({
      code: 'quota_exceeded',
      message: expect.stringContaining(name),
    });
  });

  test('a call that costs nothing is let through in a month that is used up, and overdrawn', async () => {
    const alice = somebody();
    await settle(await take(alice, tierWith({ money: 100 }), amountOf(100)), spentOf(amountOf(100)), startedClock());
    const less = tierWith({ money: 10, tokens: 0, requests: 0 });
    await expect(take(alice, less, amountOf(1))).rejects.toMatchObject({ status: 429 });
    const nothing = await take(alice, less, NOTHING);
    await settle(nothing, spentOf(NOTHING), startedClock());
    expect((await budgetOf(alice)).left.money).toBe(-90);
  });

  test('a reservation beyond the number of concurrent calls is refused', async () => {
    const alice = somebody();
    const tier = tierWith({}, { concurrentCalls: 2 });
    const [first] = await Promise.all([take(alice, tier, amountOf(1)), take(alice, tier, amountOf(1))]);
    expect(await failure(take(alice, tier, amountOf(1)))).toMatchObject({ code: 'too_many_requests', retryAfter: 5 });
    await settle(first, spentOf(amountOf(1)), startedClock());
    await take(alice, tier, amountOf(1));
  });

  test('a reservation belongs to the month it was made in, also when it is settled in the next', async () => {
    const alice = somebody();
    const clock = startedClock(Date.UTC(2026, 10, 30, 23, 59));
    const held = await take(alice, tierWith({}), amountOf(10), { clock });
    clock.time += 2 * MINUTE;
    await settle(held, spentOf(amountOf(7)), clock);
    await take(alice, tierWith({}), amountOf(3), { clock });
    expect((await budgetOf(alice)).spent.money).toBe(7);
    expect((await budgetOf(alice, clock.time)).spent.money).toBe(0);
  });

  test('a reservation sees a changed tier at once, higher or lower', async () => {
    const alice = somebody();
    const held = await take(alice, tierWith({ money: 100 }), amountOf(80));
    await take(alice, tierWith({ money: 200 }), amountOf(90));
    expect((await budgetOf(alice)).left.money).toBe(30);
    await settle(held, spentOf(amountOf(80)), startedClock());
    expect(await failure(take(alice, tierWith({ money: 50 }), amountOf(1)))).toBeInstanceOf(QuotaExceeded);
    const after = await budgetOf(alice);
    expect(after.left.money).toBe(50 - 80 - 90);
    expect(reserved(after).money).toBe(90);
  });

  test('a reservation of one user cannot be settled by another', async () => {
    const [alice, bob] = [somebody(), somebody()];
    await take(alice, tierWith({ money: 10 }), amountOf(10));
    await take(bob, tierWith({ money: 10 }), amountOf(10));
    expect(Object.keys((await budgetOf(bob)).open)).toHaveLength(1);
  });
});

describe('what a call cost', () => {
  test('the cost of a call is recorded once, however often it is settled', async () => {
    const alice = somebody();
    const held = await take(alice, tierWith({}), amountOf(10));
    await Promise.all([1, 2, 3].map(() => settle(held, spentOf(amountOf(4, 8)), startedClock())));
    const { items } = await listCharges(alice.user, { limit: 10 });
    expect(items).toMatchObject([{ money: 4, tokens: 8, session: 'ses_1', model: 'gpt-4.1', outcome: 'answered' }]);
    const usage = await listUsage(alice.user, { since: '2026-11-01', until: '2026-11-30' });
    expect(usage).toMatchObject([{ calls: 1, failed_calls: 0, prompt_tokens: 8, cost: 4e-9, requests: 0 }]);
    expect((await budgetOf(alice)).spent.money).toBe(4);
  });

  test('the cost of a call may exceed the reservation, and then more is taken', async () => {
    const alice = somebody();
    const held = await take(alice, tierWith({ money: 100 }), amountOf(10));
    await settle(held, spentOf(amountOf(30)), startedClock());
    expect(await budgetOf(alice)).toMatchObject({ left: { money: 70 }, spent: { money: 30 } });
  });

  test('the cost of a call is settled although the store fails for a moment and a reply is lost', async () => {
    const alice = somebody();
    const held = await take(alice, tierWith({}), amountOf(10));
    await here.table.injectFault({ action: 'TransactWriteItems', times: 2, error: 'TransactionConflict' });
    await here.table.injectFault({ action: 'TransactWriteItems', times: 1, error: 'drop-reply' });
    await settle(held, spentOf(amountOf(4)), startedClock());
    const after = await budgetOf(alice);
    expect(after).toMatchObject({ spent: { money: 4 }, open: {} });
    expect(isBalanced(after)).toBe(true);
  });

  test('a call is reserved once although the reply is lost and a transaction conflicts', async () => {
    const alice = somebody();
    await take(alice, tierWith({}), amountOf(1));
    await here.table.injectFault({ action: 'UpdateItem', times: 2, error: 'TransactionConflict' });
    await here.table.injectFault({ action: 'UpdateItem', times: 1, error: 'drop-reply' });
    await take(alice, tierWith({}), amountOf(10));
    const after = await budgetOf(alice);
    expect(reserved(after).money).toBe(11);
    expect(isBalanced(after)).toBe(true);
  });
});

describe('a dead worker', () => {
  const dueAt = async (at: number): Promise<unknown[]> =>
    (await Promise.all(DUE_SHARDS.map((shard) => queryDue(shard, { before: at, limit: 100 })))).flatMap(
      ({ items }) => items,
    );

  test('a dead worker leaves a reservation that the sweeper settles for its prompt, and no sooner', async () => {
    const alice = somebody();
    const clock = startedClock();
    await take(alice, tierWith({ money: 100 }), amountOf(60), { clock });
    clock.time += 15 * MINUTE;
    const later = await take(alice, tierWith({ money: 100 }), amountOf(30), { clock });
    await releaseReservations(alice, '2026-11', clock);
    expect((await budgetOf(alice)).left.money).toBe(10);
    clock.time += MINUTE;
    expect(await dueAt(clock.time)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'reservation', user_id: alice.userId, month: '2026-11' }),
      ]),
    );
    await releaseReservations(alice, '2026-11', clock);
    const after = await budgetOf(alice);
    expect(after).toMatchObject({ left: { money: 64 }, spent: { money: 6 }, dueAt: later.open.until });
    expect(isBalanced(after)).toBe(true);
    await settle(later, spentOf(amountOf(30)), clock);
    await releaseReservations(alice, '2026-11', clock);
    expect((await budgetOf(alice)).dueAt).toBeUndefined();
  });

  test('a reservation that expires while another is settled is due next', async () => {
    const alice = somebody();
    const clock = startedClock();
    const first = await take(alice, tierWith({ money: 100 }), amountOf(10), { clock });
    clock.time += 5;
    const second = await take(alice, tierWith({ money: 100 }), amountOf(20), { clock });
    // Time passes with every look at the clock.
    let looks = 0;
    const now = (): number => {
      looks += 1;
      return first.open.until + 10 * (looks - 1);
    };
    await releaseReservations(alice, '2026-11', { now });
    expect(await budgetOf(alice)).toMatchObject({ left: { money: 79 }, dueAt: second.open.until });
  });

  test('a worker that replaces a dead one finds its reservation and takes it over', async () => {
    const alice = somebody();
    const tier = tierWith({ money: 100 });
    await take(alice, tier, amountOf(60), { key: 'tsk_1_3' });
    const again = await take(alice, tier, amountOf(60), { key: 'tsk_1_3' });
    expect(await budgetOf(alice)).toMatchObject({ left: { money: 34 }, spent: { money: 6 } });
    await settle(again, spentOf(amountOf(20)), startedClock());
    const { items } = await listCharges(alice.user, { limit: 10 });
    expect(items.map(({ outcome }) => outcome).sort()).toEqual(['abandoned', 'answered']);
    expect(isBalanced(await budgetOf(alice))).toBe(true);
  });

  test('a call that outlives its user, who left for good, is charged to nobody', async () => {
    const alice = somebody();
    const held = await take(alice, tierWith({ money: 100 }), amountOf(60));
    await deleteItem(userKeys.budget(alice.user, '2026-11'));
    await settle(held, spentOf(amountOf(25)), startedClock());
    expect((await listCharges(alice.user, { limit: 10 })).items).toEqual([]);
    expect(await listUsage(alice.user, { since: '2026-11-01', until: '2026-11-30' })).toEqual([]);
    expect(await getItem(userKeys.budget(alice.user, '2026-11'))).toBeUndefined();
  });

  test('a worker that was only believed dead is charged what its call really cost, once', async () => {
    const alice = somebody();
    const clock = startedClock();
    const slow = await take(alice, tierWith({ money: 100 }), amountOf(60), { clock });
    clock.time += DAY;
    await releaseReservations(alice, '2026-11', clock);
    const spending = spentOf(amountOf(50, 9), { model: 'gpt-4.1-2025-04-14' });
    await Promise.all([settle(slow, spending, clock), settle(slow, spending, clock)]);
    const after = await budgetOf(alice);
    expect(after).toMatchObject({ left: { money: 50 }, spent: { money: 50, requests: 1 } });
    const usage = await listUsage(alice.user, { since: '2026-11-01', until: '2026-11-30' });
    const sum = (name: 'calls' | 'failed_calls' | 'prompt_tokens') => usage.reduce((all, row) => all + row[name], 0);
    expect([sum('calls'), sum('failed_calls'), sum('prompt_tokens')]).toEqual([1, 0, 9]);
    expect((await listCharges(alice.user, { limit: 10 })).items).toMatchObject([{ outcome: 'answered', money: 50 }]);
  });
});
