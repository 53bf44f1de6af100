import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../../shared/core/clock.ts';
import { QuotaExceeded } from '../../../shared/core/errors.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import {
  type Amount,
  listCharges,
  monthOf,
  NOTHING,
  type Reservation,
  type ReservationRequest,
  releaseReservations,
  reserved,
  Tab,
  type Tier,
} from '../../../shared/limits/index.ts';
import { listUsage } from '../../../shared/usage/index.ts';
import { inTable } from '../../support/in-table.ts';
import { amountOf, budgetOf, isBalanced, NOW, somebody, spentOf, startedClock, take, tierWith } from './month.ts';

/* Requirements: GW6. */

const here = inTable();

const wishOf = (amount: Amount, purpose: 'chat' | 'embedding'): ReservationRequest => ({
  amount,
  prompt: { ...amount, money: Math.floor(amount.money / 10) },
  model: purpose === 'chat' ? 'gpt-4.1' : 'text-embedding-3-small',
  purpose,
  agent: 'agt_1',
});

/** Somebody's turn: what its calls reserve, and settle at that. */
const turnOf = (tier: Tier, clock = startedClock()) => {
  const alice = somebody();
  const tab = new Tab(clock);
  return {
    alice,
    tab,
    ask: (money: number, purpose: 'chat' | 'embedding') =>
      tab.reserve(alice, tier, wishOf(amountOf(money, purpose === 'chat' ? 20 : 5), purpose)),
    end: (call: Reservation, money: number) =>
      tab.settle(call, spentOf(amountOf(money, 5), { model: call.open.model })),
  };
};

const chargesOf = async (project: ProjectScope) => {
  const { items } = await listCharges(project.user, { limit: 10 });
  return items.map(({ purpose, money, outcome }) => ({ purpose, money, outcome }));
};

/** The month has nothing open, and what it says was spent is what the charges come to. */
const isSettled = async (project: ProjectScope, spent: number): Promise<void> => {
  const budget = await budgetOf(project);
  expect(budget.open).toEqual({});
  expect(isBalanced(budget)).toBe(true);
  expect(budget.spent.money).toBe(spent);
  expect((await chargesOf(project)).reduce((sum, { money }) => sum + money, 0)).toBe(spent);
};

describe('the calls of a turn', () => {
  test('embeddings before and after an answer are recorded with it, one charge each, in one transaction', async () => {
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100 }, { concurrentCalls: 1 }));
    await end(await ask(5, 'embedding'), 3);
    const answer = await ask(60, 'chat');
    expect(await budgetOf(alice)).toMatchObject({ left: { money: 37 }, spent: { money: 0 } });
    expect(isBalanced(await budgetOf(alice))).toBe(true);
    await end(answer, 20);
    const { taken } = await budgetOf(alice);
    await end(await ask(5, 'embedding'), 2);
    expect((await budgetOf(alice)).taken).toBe(taken);
    expect(await chargesOf(alice)).toEqual([]);
    await tab.pay();
    await isSettled(alice, 25);
    expect(await chargesOf(alice)).toHaveLength(3);
    const usage = await listUsage(alice.user, { since: '2026-11-01', until: '2026-11-30' });
    expect(usage.map(({ model, calls }) => [model, calls]).sort()).toEqual([
      ['gpt-4.1', 1],
      ['text-embedding-3-small', 2],
    ]);
    await tab.pay();
    await isSettled(alice, 25);
  });

  test('no more is taken than the month has, and what an earlier call did not need is free for the next', async () => {
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100 }));
    await end(await ask(90, 'embedding'), 10);
    await expect(ask(91, 'chat')).rejects.toBeInstanceOf(QuotaExceeded);
    await end(await ask(90, 'chat'), 90);
    await expect(ask(1, 'embedding')).rejects.toBeInstanceOf(QuotaExceeded);
    await tab.pay();
    await isSettled(alice, 100);
  });

  test('the last request of a month is for the answer, without one to spare for what follows it', async () => {
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100, requests: 1 }));
    await end(await ask(50, 'chat'), 10);
    await expect(ask(1, 'embedding')).rejects.toBeInstanceOf(QuotaExceeded);
    await tab.pay();
    await isSettled(alice, 10);
  });

  test('a worker that dies after an embedding is charged for it beside the prompt of the call that replaced it', async () => {
    const { alice, ask, end } = turnOf(tierWith({ money: 100 }));
    await end(await ask(5, 'embedding'), 3);
    await ask(60, 'chat');
    await releaseReservations(alice, '2026-11', startedClock(NOW + 17 * MINUTE));
    expect(await chargesOf(alice)).toEqual([{ purpose: 'chat', money: 9, outcome: 'abandoned' }]);
    await isSettled(alice, 9);
  });

  test('a call with a key of the user’s own gives way to its repeat once its worker has died, as any other', async () => {
    const tier = tierWith({ money: 100 }, { concurrentCalls: 1 });
    const { alice, tab, ask, end } = turnOf(tier);
    await end(await ask(5, 'embedding'), 3);
    const own = { ...wishOf(NOTHING, 'chat'), key: 'tsk_1_1', own_key: true as const };
    await tab.reserve(alice, tier, own);
    const next = new Tab(startedClock(NOW + MINUTE));
    await next.settle(await next.reserve(alice, tier, own), spentOf(NOTHING));
    await next.pay();
    expect((await chargesOf(alice)).map(({ money, outcome }) => `${outcome} ${money}`).sort()).toEqual([
      'abandoned 0',
      'answered 0',
      'answered 3',
    ]);
    await isSettled(alice, 3);
  });

  test('a worker that was only believed dead is charged what each of its calls really did cost, once', async () => {
    const clock = startedClock();
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100 }), clock);
    await end(await ask(5, 'embedding'), 3);
    const answer = await ask(60, 'chat');
    clock.time += DAY;
    await releaseReservations(alice, '2026-11', clock);
    await end(answer, 20);
    await tab.pay();
    await isSettled(alice, 23);
    expect((await chargesOf(alice)).map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
  });

  test('an embedding whose reservation was given up meanwhile does not keep the answer from being paid', async () => {
    const clock = startedClock();
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100 }), clock);
    await end(await ask(5, 'embedding'), 3);
    await releaseReservations(alice, '2026-11', startedClock(NOW + 17 * MINUTE));
    await end(await ask(60, 'chat'), 20);
    await tab.pay();
    await isSettled(alice, 23);
  });

  test('an embedding that outlasts its turn is paid when it ends', async () => {
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100 }));
    await end(await ask(60, 'chat'), 20);
    const late = await ask(5, 'embedding');
    await tab.pay();
    await isSettled(alice, 20);
    await end(late, 4);
    await isSettled(alice, 24);
  });

  test('an embedding with a reservation of its own that outlasts its turn pays the answer before it too', async () => {
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100 }));
    await end(await ask(20, 'chat'), 20);
    const late = await ask(5, 'embedding');
    await tab.pay();
    expect(reserved(await budgetOf(alice)).money).toBe(25);
    await end(late, 4);
    await isSettled(alice, 24);
  });

  test('an embedding that begins only after its turn has ended is paid when it ends', async () => {
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100 }));
    await end(await ask(60, 'chat'), 20);
    await tab.close();
    await end(await ask(5, 'embedding'), 4);
    await isSettled(alice, 24);
  });

  test('a turn that begins in one month and goes on in the next is charged to both', async () => {
    const clock = startedClock(Date.UTC(2026, 11, 1) - 1);
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100 }), clock);
    await end(await ask(5, 'embedding'), 3);
    clock.time += 1;
    await end(await ask(60, 'chat'), 20);
    await tab.pay();
    expect((await budgetOf(alice)).spent.money).toBe(3);
    expect(monthOf(clock.time)).toBe('2026-12');
    expect((await budgetOf(alice, clock.time)).spent.money).toBe(20);
  });

  test('a write whose answer was lost is not carried out twice', async () => {
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100 }));
    await end(await ask(5, 'embedding'), 3);
    await here.table.injectFault({ action: 'UpdateItem', times: 1, error: 'drop-reply' });
    const answer = await ask(60, 'chat');
    expect(isBalanced(await budgetOf(alice))).toBe(true);
    await end(answer, 20);
    await here.table.injectFault({ action: 'TransactWriteItems', times: 1, error: 'drop-reply' });
    await tab.pay();
    await isSettled(alice, 23);
  });

  test('a write that stands although it failed is found and given back, with what the call before it did cost', async () => {
    const { alice, tab, ask, end } = turnOf(tierWith({ money: 100 }));
    await end(await ask(5, 'embedding'), 3);
    await here.table.injectFault({ action: 'UpdateItem', times: 1, error: 'drop-reply' });
    await here.table.injectFault({ action: 'UpdateItem', times: 4, error: 'InternalServerError' });
    await expect(ask(60, 'chat')).rejects.toThrow('Internal server error');
    expect(reserved(await budgetOf(alice)).money).toBe(63);
    await tab.pay();
    await isSettled(alice, 3);
  });

  test('calls of others beside it take nothing of what a turn holds', async () => {
    const tier = tierWith({ money: 100 });
    const { alice, tab, ask, end } = turnOf(tier);
    await end(await ask(5, 'embedding'), 3);
    await take(alice, tier, amountOf(30));
    await expect(ask(70, 'chat')).rejects.toThrow('reserved for calls in progress');
    await end(await ask(60, 'chat'), 20);
    await tab.pay();
    expect(isBalanced(await budgetOf(alice))).toBe(true);
    expect(reserved(await budgetOf(alice)).money).toBe(30);
  });
});
