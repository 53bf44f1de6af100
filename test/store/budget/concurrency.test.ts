import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { findBudget, listCharges, releaseReservations, settle } from '../../../shared/limits/index.ts';
import { inTable } from '../../support/in-table.ts';
import { amountOf, budgetOf, isBalanced, NOW, somebody, spentOf, startedClock, take, tierWith } from './month.ts';
import { watch } from './watch.ts';

/* Requirements: GW6. */

const here = inTable();

test('of 200 concurrent calls against a budget for 50 exactly 50 are let through, and the sum never exceeds the budget', async () => {
  const alice = somebody();
  const tier = tierWith({ money: 50 * 7 });
  const watching = watch(() => findBudget(alice, '2026-11'));
  const calls = await Promise.allSettled(
    Array.from({ length: 200 }, async (_, place) => {
      const held = await take(alice, tier, amountOf(7));
      await settle(held, spentOf(amountOf(7)), startedClock());
      return place;
    }),
  );
  const seen = await watching.end();
  expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
  const refusals = calls.flatMap((call) => (call.status === 'rejected' ? [call.reason as { status: number }] : []));
  expect(refusals.every(({ status }) => status === 429)).toBe(true);
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.every(isBalanced)).toBe(true);
  const after = await budgetOf(alice);
  expect(after).toMatchObject({ left: { money: 0 }, spent: { money: 350, requests: 50 }, open: {} });
  expect((await listCharges(alice.user, { limit: 100 })).items).toHaveLength(50);
});

const fate = fc.constantFrom('settles', 'settles twice', 'dies', 'is repeated', 'comes back late');
const call = fc.record({
  money: fc.integer({ min: 1, max: 60 }),
  share: fc.integer({ min: 0, max: 100 }),
  fate,
  after: fc.integer({ min: 0, max: 5 }),
});

test('the books balance however the calls end, and no more is spent than the budget', () =>
  fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 12 }), async (calls) => {
      const alice = somebody();
      const tier = tierWith({ money: 200, tokens: 200, requests: 100 });
      const clock = startedClock();
      const late: (() => Promise<void>)[] = [];
      let expected = 0;
      await Promise.all(
        calls.map(async ({ money, share, fate: end, after }, place) => {
          const key = `tsk_${place}`;
          const held = await take(alice, tier, amountOf(money), { clock, key }).catch(() => undefined);
          if (!held) return;
          const prompt = Math.floor(money / 10);
          const cost = prompt + Math.floor(((money - prompt) * share) / 100);
          const settled = () => settle(held, spentOf(amountOf(cost)), clock);
          for (let turn = 0; turn < after; turn += 1) await Promise.resolve();
          if (end === 'settles' || end === 'settles twice') {
            expected += cost;
            await settled();
            if (end === 'settles twice') await settled();
          } else if (end === 'dies') {
            expected += prompt;
          } else if (end === 'comes back late') {
            expected += cost;
            late.push(settled);
          } else {
            expected += prompt;
            const again = await take(alice, tier, amountOf(money), { clock, key }).catch(() => undefined);
            if (!again) return;
            expected += cost;
            await settle(again, spentOf(amountOf(cost)), clock);
          }
        }),
      );
      const before = await findBudget(alice, '2026-11');
      if (!before) return;
      expect(isBalanced(before)).toBe(true);
      clock.time += 17 * MINUTE;
      await releaseReservations(alice, '2026-11', clock);
      expect(isBalanced(await budgetOf(alice, NOW))).toBe(true);
      for (const one of late) await one();
      const after = await budgetOf(alice);
      expect(isBalanced(after)).toBe(true);
      expect(after).toMatchObject({ open: {}, spent: { money: expected } });
      expect(after.spent.money).toBeLessThanOrEqual(200);
      const { items } = await listCharges(alice.user, { limit: 100 });
      expect(items.reduce((sum, { money }) => sum + money, 0)).toBe(expected);
    }),
    { numRuns: 25 },
  ));

const fault = fc.record({
  action: fc.constantFrom('UpdateItem', 'TransactWriteItems', 'PutItem'),
  times: fc.integer({ min: 1, max: 3 }),
  error: fc.constantFrom('TransactionConflict' as const, 'drop-reply' as const, 'InternalServerError' as const),
});
const cost = fc.record({ most: fc.integer({ min: 10, max: 90 }), share: fc.integer({ min: 10, max: 100 }) });

test('the books balance whatever the store refuses, forgets or applies without replying', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(cost, { minLength: 2, maxLength: 8 }),
      fc.array(fault, { maxLength: 6 }),
      async (calls, faults) => {
        const alice = somebody();
        const tier = tierWith({ money: 300, tokens: 300 });
        const clock = startedClock();
        const paid = new Map<string, number>();
        for (const one of faults) await here.table.injectFault(one);
        await Promise.all(
          calls.map(async ({ most, share }) => {
            const held = await take(alice, tier, amountOf(most), { clock }).catch(() => undefined);
            if (!held) return;
            const money = Math.floor((most * share) / 100);
            const settled = settle(held, spentOf(amountOf(money)), clock);
            await settled.then(
              () => paid.set(held.open.charge, money),
              () => undefined,
            );
          }),
        );
        const before = await findBudget(alice, '2026-11');
        if (!before) return;
        expect(isBalanced(before)).toBe(true);
        clock.time += 17 * MINUTE;
        // As the sweeper does it: again and again. Each failure uses a fault up.
        const sweep = () => releaseReservations(alice, '2026-11', clock);
        for (let attempt = 0; attempt < 20; attempt += 1) await sweep().catch(() => undefined);
        await sweep();
        const after = await budgetOf(alice);
        expect(isBalanced(after)).toBe(true);
        expect(after.open).toEqual({});
        const { items } = await listCharges(alice.user, { limit: 100 });
        expect(items.reduce((sum, { money }) => sum + money, 0)).toBe(after.spent.money);
        for (const [id, money] of paid) expect(items.find((one) => one.charge_id === id)?.money).toBe(money);
      },
    ),
    // A shorter list of faults would fail otherwise or not at all.
    { numRuns: 15, endOnFailure: true },
  ));
