import { afterEach, expect, test } from 'vitest';
import { BUILT_IN_TIERS } from '../../../shared/core/tiers/built-in.ts';
import { monthOf } from '../../../shared/limits/index.ts';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import type { TableItem } from '../../support/operator.ts';

const here = inArtel();

afterEach(() => here.artel.model.always({ text: 'Fine.' }));

const budgetOf = async (person: Person): Promise<TableItem> => {
  const [budget] = await here.operator.partition(`USER#${person.id}`, `BUDGET#${monthOf(Date.now())}`);
  if (!budget) throw new Error('Nothing was reserved.');
  return budget;
};

/** The calls of an agent's memory may end a moment after its run. */
const untilSettled = (person: Person): Promise<void> =>
  expect.poll(async () => (await budgetOf(person)).open).toEqual({});

type Usage = { items: Record<string, number | string>[] };

test('an agent’s answer is counted once: its run where it ends, its calls where they are made', async () => {
  const alice = await here.artel.register('alice');
  const { session } = await alice.chat();
  here.artel.model.script({ text: 'Hello.', usage: { prompt_tokens: 70, completion_tokens: 7 } });
  expect((await alice.ask(session, 'Hello', { target_agent: 'helper' })).answer).toBe('Hello.');
  const { body } = await alice.call<Usage>('GET', '/my/usage');
  expect(body.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ requests: 1, failed: 0, calls: 1, prompt_tokens: 70, completion_tokens: 7 }),
    ]),
  );
  await untilSettled(alice);
  const budget = await budgetOf(alice);
  const charges = await here.operator.partition(`USER#${alice.id}`, 'CHARGE#');
  expect(charges.filter(({ purpose }) => purpose === 'chat')).toMatchObject([{ session, tokens: 77 }]);
  expect(budget.spent_tokens).toBe(charges.reduce((sum, { tokens }) => sum + Number(tokens), 0));
});

test('every call shows its cost and its session to its user, and to no one else', async () => {
  const [alice, bob] = await Promise.all([here.artel.register('alice'), here.artel.register('bob')]);
  const { session } = await alice.chat();
  here.artel.model.script({ text: 'Hello.', usage: { prompt_tokens: 70, completion_tokens: 7 } });
  await alice.ask(session, 'Hello', { target_agent: 'helper' });
  here.artel.model.script({ status: 404 });
  const body = { model: 'gpt-4.1-mini', messages: [{ role: 'user', content: 'Hello' }] };
  await alice.call('POST', '/v1/chat/completions', body);
  const { items } = (await alice.call<Usage>('GET', '/my/usage/calls')).body;
  const chats = items.filter(({ purpose }) => purpose === 'chat');
  expect(chats).toMatchObject([
    { model: 'gpt-4.1-mini', outcome: 'failed', reason: 'unknown_model', cost: 0, prompt_tokens: 0 },
    {
      model: 'scripted',
      outcome: 'answered',
      reason: null,
      session_id: session,
      prompt_tokens: 70,
      completion_tokens: 7,
    },
  ]);
  expect(chats[1]?.milliseconds).toBeGreaterThanOrEqual(Number(chats[1]?.first_word_milliseconds));
  const path = `/my/usage/calls?session_id=${session}`;
  const ofSession = (await alice.call<Usage>('GET', path)).body.items;
  expect(ofSession.map(({ session_id }) => session_id)).toContain(session);
  expect(new Set(ofSession.map(({ session_id }) => session_id)).size).toBe(1);
  expect((await bob.call<Usage>('GET', path)).body.items).toEqual([]);
});

test('a person reads what they may use, and what is used of it this month, and no one else’s', async () => {
  const [alice, bob] = await Promise.all([here.artel.register('alice'), here.artel.register('bob')]);
  const { session } = await alice.chat();
  here.artel.model.script({ text: 'Hello.', usage: { prompt_tokens: 70, completion_tokens: 7 } });
  await alice.ask(session, 'Hello', { target_agent: 'helper' });
  await untilSettled(alice);
  const { month, ...standard } = BUILT_IN_TIERS.standard;
  const limits = (await alice.call('GET', '/my/usage/limits')).body;
  const { spent_tokens, spent_requests } = await budgetOf(alice);
  expect(limits).toMatchObject({
    tier: 'standard',
    models: standard.models,
    month: { money: 50, tokens: month.tokens, requests: month.requests },
    used: { tokens: spent_tokens, requests: spent_requests },
    concurrent_calls: standard.concurrentCalls,
  });
  expect(Number(spent_tokens)).toBeGreaterThanOrEqual(77);
  const now = new Date();
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  expect(limits.resets_at).toBe(next.toISOString());
  const others = await bob.call('GET', '/my/usage/limits');
  const nothing = { money: 0, tokens: 0, requests: 0 };
  expect(limits.held).toEqual(nothing);
  expect(others.body).toMatchObject({ used: nothing, held: nothing });
});

test('usage by session sums its calls, those of its agent’s memory among them, which are the agent’s too', async () => {
  const alice = await here.artel.register('alice');
  const { session } = await alice.chat();
  here.artel.model.script({ text: 'Hello.', usage: { prompt_tokens: 70, completion_tokens: 7 } });
  await alice.ask(session, 'Hello', { target_agent: 'helper' });
  await alice.call('POST', '/v1/embeddings', { model: 'text-embedding-3-small', input: 'sea' });
  const callsNow = async () => (await alice.call<Usage>('GET', '/my/usage/calls')).body.items;
  // Those of the memory may end a moment after the run.
  await expect.poll(async () => (await callsNow()).length).toBe(4);
  const calls = await callsNow();
  const { agent_key } = calls.find(({ purpose }) => purpose === 'chat') ?? {};
  const ofSession = calls.filter(({ session_id }) => session_id === session);
  expect(ofSession.map(({ purpose }) => purpose).toSorted()).toEqual(['chat', 'embedding', 'embedding']);
  expect(new Set(ofSession.map((call) => call.agent_key))).toEqual(new Set([agent_key]));
  const { body } = await alice.call<Usage & { next_cursor: null }>('GET', '/my/usage?by=session');
  expect(body.next_cursor).toBeNull();
  const sum = (figure: string) => ofSession.reduce((total, call) => total + Number(call[figure]), 0);
  expect(body.items).toMatchObject([
    { session_id: null, calls: 1 },
    { session_id: session, calls: 3, failed_calls: 0, prompt_tokens: sum('prompt_tokens'), completion_tokens: 7 },
  ]);
  const cost = body.items[1]?.cost;
  expect(cost).toBeCloseTo(sum('cost'), 9);
  const before = await alice.call<Usage>('GET', '/my/usage?by=session&until=2026-01-02&since=2026-01-01');
  expect(before.body.items).toEqual([]);
  expect((await alice.call('GET', '/my/usage?by=week')).status).toBe(422);
});

test('a used-up month answers 429 to agents and to every client API, with the time of the next month', async () => {
  const bob = await here.artel.register('bob');
  const { session } = await bob.chat();
  await bob.ask(session, 'Hello', { target_agent: 'helper' });
  await untilSettled(bob);
  const budget = await budgetOf(bob);
  const { tokens } = BUILT_IN_TIERS.standard.month;
  await here.operator.put({ ...budget, left_tokens: 0, spent_tokens: tokens });
  const asked = await bob.ask(session, 'And again', { target_agent: 'helper' });
  expect(asked.run).toMatchObject({ state: 'failed', error: { error_code: 'quota_exceeded' } });
  const body = { model: 'scripted', messages: [{ role: 'user', content: 'Hello' }] };
  const refused = await bob.call<{ error: { code: string } }>('POST', '/v1/chat/completions', body);
  expect({ status: refused.status, code: refused.body.error.code }).toEqual({
    status: 429,
    code: 'insufficient_quota',
  });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('x-should-retry')).toBe('false');
});

test('tokens reserved by a dead worker are given back by the sweeper', async () => {
  const carol = await here.artel.register('carol');
  const { session } = await carol.chat();
  await carol.ask(session, 'Hello', { target_agent: 'helper' });
  await untilSettled(carol);
  const budget = await budgetOf(carol);
  const left = Number(budget.left_tokens);
  const [charge] = await here.operator.partition(`USER#${carol.id}`, 'CHARGE#');
  const begun = Date.now() - 3_600_000;
  const open = {
    money: 0,
    tokens: 500,
    requests: 1,
    charge: 'chg_01KAJ0000000000000000DEAD0',
    prompt: { money: 0, tokens: 20, requests: 1 },
    begun,
    until: begun + 1_000,
    project_id: charge?.project_id,
    model: 'scripted',
    purpose: 'chat',
  };
  await here.operator.put({
    ...budget,
    left_tokens: left - 500,
    left_requests: Number(budget.left_requests) - 1,
    open: { dead: open },
    due_at: begun + 1_000,
    due_shard: 'DUE#0',
  });
  await here.artel.cloud.sweep();
  const after = await budgetOf(carol);
  expect(after).toMatchObject({ open: {}, left_tokens: left - 20 });
  expect(after).not.toHaveProperty('due_at');
});
