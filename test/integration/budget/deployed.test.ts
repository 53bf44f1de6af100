import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { monthOf, tierNamed } from '../../../shared/limits/index.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { type Operator, operatorOf, type TableItem } from '../../support/operator.ts';

let artel: Artel;
let operator: Operator;

beforeAll(async () => {
  artel = await startArtel();
  operator = operatorOf(artel.cloud);
});
afterAll(async () => {
  operator.stop();
  await artel.stop();
});
afterEach(() => artel.model.always({ text: 'Fine.' }));

const budgetOf = async (person: Person): Promise<TableItem> => {
  const [budget] = await operator.partition(`USER#${person.id}`, `BUDGET#${monthOf(Date.now())}`);
  if (!budget) throw new Error('Nothing was reserved.');
  return budget;
};

type Usage = { items: Record<string, number | string>[] };

test('an answer of an agent is counted once: its run where it ends, its calls where they are made', async () => {
  const alice = await artel.register('alice');
  const { session } = await alice.chat();
  artel.model.script({ text: 'Hello.', usage: { prompt_tokens: 70, completion_tokens: 7 } });
  expect((await alice.ask(session, 'Hello', { target_agent: 'helper' })).answer).toBe('Hello.');
  const { body } = await alice.call<Usage>('GET', '/my/usage');
  expect(body.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ requests: 1, failed: 0, calls: 1, prompt_tokens: 70, completion_tokens: 7 }),
    ]),
  );
  const budget = await budgetOf(alice);
  expect(budget.open).toEqual({});
  const charges = await operator.partition(`USER#${alice.id}`, 'CHARGE#');
  expect(charges.filter(({ purpose }) => purpose === 'chat')).toMatchObject([{ session, tokens: 77 }]);
  expect(budget.spent_tokens).toBe(charges.reduce((sum, { tokens }) => sum + Number(tokens), 0));
});

test('every call shows its person what it cost, in which session, and nobody else', async () => {
  const [alice, bob] = await Promise.all([artel.register('alice'), artel.register('bob')]);
  const { session } = await alice.chat();
  artel.model.script({ text: 'Hello.', usage: { prompt_tokens: 70, completion_tokens: 7 } });
  await alice.ask(session, 'Hello', { target_agent: 'helper' });
  artel.model.script({ status: 404 });
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

test('a used-up month is 429 to an agent and to the interfaces of others, with the time to come again', async () => {
  const bob = await artel.register('bob');
  const { session } = await bob.chat();
  await bob.ask(session, 'Hello', { target_agent: 'helper' });
  const budget = await budgetOf(bob);
  const { tokens } = tierNamed('standard').month;
  await operator.put({ ...budget, left_tokens: 0, spent_tokens: tokens });
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

test('what a dead worker had reserved is given back by the sweeper', async () => {
  const carol = await artel.register('carol');
  const { session } = await carol.chat();
  await carol.ask(session, 'Hello', { target_agent: 'helper' });
  const budget = await budgetOf(carol);
  const left = Number(budget.left_tokens);
  const [charge] = await operator.partition(`USER#${carol.id}`, 'CHARGE#');
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
  await operator.put({
    ...budget,
    left_tokens: left - 500,
    left_requests: Number(budget.left_requests) - 1,
    open: { dead: open },
    due_at: begun + 1_000,
    due_shard: 'DUE#0',
  });
  await artel.cloud.sweep();
  const after = await budgetOf(carol);
  expect(after).toMatchObject({ open: {}, left_tokens: left - 20 });
  expect(after).not.toHaveProperty('due_at');
});
