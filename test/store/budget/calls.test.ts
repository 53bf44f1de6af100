import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalDynamoDb } from '../../../infra/local/services/dynamodb/server.ts';
import { Forbidden, PayloadTooLarge, Unprocessable } from '../../../shared/core/errors.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { BUILT_IN_TIERS } from '../../../shared/core/tiers/built-in.ts';
import { pricedModels } from '../../../shared/gateway/budget/estimate.ts';
import { tableLedger } from '../../../shared/gateway/budget/ledger.ts';
import { gateway, type ModelCall, type ModelEvent, PaidUpstreams } from '../../../shared/gateway/index.ts';
import {
  type Charge,
  dollars,
  findBudget,
  listCharges,
  monthOf,
  reserved,
  type Tier,
} from '../../../shared/limits/index.ts';
import { listUsage } from '../../../shared/usage/index.ts';
import { type ScriptedModel, startScriptedModel } from '../../support/scripted-model.ts';
import { startTestTable } from '../../support/table.ts';
import { isBalanced, somebody, tierWith } from './month.ts';
import { watch } from './watch.ts';

/* Requirements: GW7. */

let table: LocalDynamoDb;
let model: ScriptedModel;
beforeAll(async () => {
  [table, model] = await Promise.all([startTestTable(), startScriptedModel()]);
});
afterAll(() => Promise.all([table.stop(), model.stop()]));

/** The gateway as it is deployed, for somebody of this tier. */
const gatewayFor = (tier: Tier) =>
  gateway({
    settings: async () => ({ baseUrl: model.url, apiKey: 'k', model: 'own-model', embeddingModel: 'own-embedding' }),
    timeouts: () => ({ firstByte: 10_000, retries: 0 }),
    policies: async () => [],
    paid: new PaidUpstreams({ ...tableLedger, tier: async () => tier }),
    record: async () => undefined,
  });

const wide = tierWith({ money: dollars(1) });
const callOf = (scope: ProjectScope, more: Partial<ModelCall> = {}): ModelCall => ({
  scope,
  purpose: 'chat',
  model: 'gpt-4.1-mini',
  session: 'ses_1',
  agent: 'agt_1',
  messages: [{ role: 'user', content: 'Hello' }],
  ...more,
});

const answerTo = async (events: AsyncIterable<ModelEvent>): Promise<ModelEvent[]> => {
  const all: ModelEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
};

const budgetOf = async (scope: ProjectScope) => {
  const budget = await findBudget(scope, monthOf(Date.now()));
  if (!budget) throw new Error('Nothing was reserved.');
  return budget;
};

const onlyCharge = async (scope: ProjectScope): Promise<Charge> => {
  const { items } = await listCharges(scope.user, { limit: 10 });
  expect(items).toHaveLength(1);
  const budget = await budgetOf(scope);
  expect(isBalanced(budget)).toBe(true);
  expect(budget.open).toEqual({});
  expect(budget.spent).toEqual({ money: items[0]!.money, tokens: items[0]!.tokens, requests: items[0]!.requests });
  return items[0]!;
};

describe('a call', () => {
  test('an answered call costs what the provider counted, and the cost is written before the end is reported', async () => {
    const alice = somebody();
    model.script({ text: 'Hi', usage: { prompt_tokens: 1_000, completion_tokens: 100 } });
    for await (const event of gatewayFor(wide).chat(callOf(alice))) if (event.kind === 'end') break;
    expect(await onlyCharge(alice)).toMatchObject({
      outcome: 'answered',
      money: dollars(0.00056),
      tokens: 1_100,
      session: 'ses_1',
      agent: 'agt_1',
      model: 'gpt-4.1-mini',
      estimated: false,
    });
    const today = new Date().toISOString().slice(0, 10);
    expect(await listUsage(alice.user, { since: today, until: today })).toMatchObject([
      { agent_key: 'agt_1', calls: 1, failed_calls: 0, prompt_tokens: 1_000, completion_tokens: 100, cost: 0.00056 },
    ]);
  });

  test('a call that is cut off costs its prompt and the text that had arrived', async () => {
    const alice = somebody();
    model.script({ text: 'one two three four five', cut: 3 });
    await expect(answerTo(gatewayFor(wide).chat(callOf(alice)))).rejects.toMatchObject({ reason: 'cut' });
    const charge = await onlyCharge(alice);
    expect(charge).toMatchObject({ outcome: 'cut', reason: 'cut', estimated: true, requests: 1 });
    expect(charge.completion_tokens).toBeGreaterThan(0);
    expect(charge.money).toBeGreaterThan(0);
  });

  test('a call that is refused, rate-limited or never arrived costs nothing, and is still recorded', async () => {
    for (const status of [400, 401, 429, 500]) {
      const alice = somebody();
      model.script({ status });
      await expect(answerTo(gatewayFor(wide).chat(callOf(alice)))).rejects.toThrow();
      expect(await onlyCharge(alice)).toMatchObject({ outcome: 'failed', money: 0, tokens: 0, requests: 0 });
    }
  });

  test('a call its caller abandons midway costs its prompt and the text that had arrived', async () => {
    const alice = somebody();
    model.script({ text: 'one two three', stallAfter: 1 });
    for await (const _event of gatewayFor(wide).chat(callOf(alice))) break;
    expect(await onlyCharge(alice)).toMatchObject({ outcome: 'cut', reason: 'called_off', requests: 1 });
  });

  test('a call aborted before its first word costs its prompt', async () => {
    const alice = somebody();
    model.script({ hang: true });
    const over = new AbortController();
    const arrived = model.waitFor(model.requests.length + 1);
    const asked = answerTo(gatewayFor(wide).chat(callOf(alice, { signal: over.signal })));
    await Promise.all([arrived.then(() => over.abort(new Error('gone'))), expect(asked).rejects.toThrow('gone')]);
    const charge = await onlyCharge(alice);
    expect(charge).toMatchObject({ outcome: 'failed', completion_tokens: 0, requests: 1 });
    expect(charge.prompt_tokens).toBeGreaterThan(0);
  });

  test('a call reserves the longest answer its provider may give, and passes that limit to the provider', async () => {
    const alice = somebody();
    const open = Promise.withResolvers<void>();
    model.script({ text: 'Hi', gate: open.promise });
    const arrived = model.waitFor(model.requests.length + 1);
    const asked = answerTo(gatewayFor(wide).chat(callOf(alice)));
    await arrived;
    const held = reserved(await budgetOf(alice));
    expect(model.requests.at(-1)?.body.max_tokens).toBe(16_384);
    expect(held.money).toBeGreaterThanOrEqual(dollars((16_384 * 1.6) / 1_000_000));
    expect(held.tokens).toBeGreaterThan(16_384);
    open.resolve();
    await asked;
  });

  test('G8: a call reserves what writing its prompt to a cache may cost, for marked prompts and agents with tools', async () => {
    const held = async (
      mark: ModelCall['messages'][number]['cache'],
      more: Partial<ModelCall> = {},
    ): Promise<number> => {
      const alice = somebody();
      const open = Promise.withResolvers<void>();
      model.script({ text: 'Hi', gate: open.promise });
      const arrived = model.waitFor(model.requests.length + 1);
      const messages = [{ role: 'user' as const, content: 'word '.repeat(1_000), ...(mark && { cache: mark }) }];
      const call = callOf(alice, { model: 'claude-haiku-4-5', maxTokens: 1, ...more, messages });
      const asked = answerTo(gatewayFor(wide).chat(call));
      await arrived;
      const { money } = reserved(await budgetOf(alice));
      open.resolve();
      await asked;
      return money;
    };
    const plain = await held(undefined);
    expect((await held({ ttl: '5m' })) / plain).toBeCloseTo(1.25, 2);
    expect((await held({ ttl: '1h' })) / plain).toBeCloseTo(2, 2);
    const tools = [{ name: 'look', description: '', parameters: { type: 'object', properties: {} } }];
    expect((await held(undefined, { tools })) / plain).toBeGreaterThan(1.25);
    expect(await held({ ttl: '1h' }, { model: 'gpt-4.1-mini' })).toBe(await held(undefined, { model: 'gpt-4.1-mini' }));
  });

  test('a call reserves more for a prompt counted in Anthropic’s tokens, which are smaller than those counted here', async () => {
    const held = async (name: string): Promise<number> => {
      const alice = somebody();
      const open = Promise.withResolvers<void>();
      model.script({ text: 'Hi', gate: open.promise });
      const arrived = model.waitFor(model.requests.length + 1);
      const messages = [{ role: 'user' as const, content: 'word '.repeat(1_000) }];
      const asked = answerTo(gatewayFor(wide).chat(callOf(alice, { model: name, messages, maxTokens: 1 })));
      await arrived;
      const { tokens } = reserved(await budgetOf(alice));
      open.resolve();
      await asked;
      return tokens;
    };
    expect(await held('gpt-4.1-mini')).toBeLessThan(1_200);
    expect(await held('claude-haiku-4-5')).toBeGreaterThan(1_600);
  });

  test('a call to Anthropic’s models costs money as well', async () => {
    const alice = somebody();
    const name = 'claude-sonnet-4-5-20250929';
    model.script({ text: 'Hi', usage: { prompt_tokens: 1_000, completion_tokens: 100 } });
    await answerTo(gatewayFor(wide).chat(callOf(alice, { model: name })));
    expect(await onlyCharge(alice)).toMatchObject({ money: dollars(0.0045), model: name });
  });

  test('a call cut off after a long prompt costs what an answer to such a prompt costs', async () => {
    const charged = async (words: number): Promise<number> => {
      const alice = somebody();
      model.script({ text: 'one two three four five', cut: 3 });
      const messages = [{ role: 'user' as const, content: 'word '.repeat(words) }];
      const call = callOf(alice, { model: 'claude-haiku-5-5', messages });
      await expect(answerTo(gatewayFor(wide).chat(call))).rejects.toMatchObject({ reason: 'cut' });
      const { money, prompt_tokens, completion_tokens } = await onlyCharge(alice);
      return (money - prompt_tokens * (words > 100_000 ? 500 : 100)) / completion_tokens;
    };
    expect(await charged(10)).toBe(500);
    expect(await charged(101_000)).toBe(2_500);
  });

  test('a call to a model without a price, where the tier has such, costs tokens and no money, and is sent unchanged', async () => {
    const alice = somebody();
    model.script({ text: 'Hi', usage: { prompt_tokens: 7, completion_tokens: 3 } });
    await answerTo(
      gatewayFor(tierWith({ money: 0 }, { unpricedModels: true })).chat(callOf(alice, { model: 'llama3' })),
    );
    expect(model.requests.at(-1)?.body).not.toHaveProperty('max_tokens');
    expect(await onlyCharge(alice)).toMatchObject({ money: 0, tokens: 10, model: 'llama3' });
  });

  test('a call for embeddings is paid for too', async () => {
    const alice = somebody();
    await gatewayFor(wide).embed({ scope: alice, texts: ['a few words'], model: 'text-embedding-3-large' });
    const charge = await onlyCharge(alice);
    expect(charge).toMatchObject({ purpose: 'embedding', outcome: 'answered', completion_tokens: 0 });
    expect(charge.money).toBe(130 * charge.prompt_tokens);
  });
});

describe('of 200 concurrent calls against a budget for 50', () => {
  test('of 200 concurrent calls against a budget for 50 exactly 50 are sent, the rest answer 429, and the budget is never exceeded', async () => {
    const alice = somebody();
    const usage = { prompt_tokens: 8, completion_tokens: 1_000 };
    const price = dollars((usage.prompt_tokens * 0.4 + usage.completion_tokens * 1.6) / 1_000_000);
    const open = Promise.withResolvers<void>();
    model.always({ text: 'Hi', usage, gate: open.promise });
    const before = model.requests.length;
    // All of them are under way at once: nothing is settled until every one of them was let through or refused.
    const most = dollars((41 * 0.4 + 1_000 * 1.6) / 1_000_000);
    const gate = gatewayFor(tierWith({ money: 50 * most }));
    const watching = watch(() => findBudget(alice, monthOf(Date.now())));
    let refused = 0;
    const calls = Array.from({ length: 200 }, () =>
      answerTo(gate.chat(callOf(alice, { maxTokens: 1_000 }))).then(
        () => 200,
        (error: { status: number }) => {
          refused += 1;
          if (refused === 150) open.resolve();
          return error.status;
        },
      ),
    );
    const statuses = await Promise.all(calls);
    const seen = await watching.end();
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.filter((budget) => !isBalanced(budget))).toEqual([]);
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    expect(statuses.filter((status) => status === 429)).toHaveLength(150);
    expect(model.requests.length - before).toBe(50);
    const budget = await budgetOf(alice);
    expect(isBalanced(budget)).toBe(true);
    expect(budget).toMatchObject({ spent: { money: 50 * price, requests: 50 }, open: {} });
    expect((await listCharges(alice.user, { limit: 100 })).items).toHaveLength(50);
  });
});

describe('what a tier does not allow', () => {
  const free = BUILT_IN_TIERS.free;
  const refusal = (more: Partial<ModelCall>, tier: Tier = free): Promise<unknown> => {
    const before = model.requests.length;
    return answerTo(gatewayFor(tier).chat(callOf(somebody(), more))).then(
      () => 'answered',
      (error: unknown) => {
        expect(model.requests.length).toBe(before);
        return error;
      },
    );
  };

  test('a model outside the tier is 403, and the deployment’s own models are open to everyone', async () => {
    expect(await refusal({ model: 'gpt-4.1' })).toBeInstanceOf(Forbidden);
    model.always({ text: 'Hi' });
    expect(await refusal({ model: 'own-model' }, { ...free, unpricedModels: true })).toBe('answered');
    expect(await refusal({ model: 'gpt-4.1-mini-2025-04-14' })).toBe('answered');
  });

  test('a model without a price is 403, the deployment’s own and one for embeddings too, and is never a fallback', async () => {
    const named = /price of the model "(own-model|nomic)" is not known/;
    expect(await refusal({ model: 'own-model' })).toMatchObject({ status: 403, message: expect.stringMatching(named) });
    const embedding = gatewayFor({ ...free, models: ['*'] }).embed({ scope: somebody(), texts: ['x'], model: 'nomic' });
    await expect(embedding).rejects.toMatchObject({ status: 403, message: expect.stringMatching(named) });
    expect(pricedModels(['gpt-4.1', 'llama3', 'gpt-4.1-mini'], free)).toEqual(['gpt-4.1', 'gpt-4.1-mini']);
  });

  test('too many messages are 422, too large a prompt is 413', async () => {
    const message = { role: 'user' as const, content: 'x' };
    expect(await refusal({ messages: Array.from({ length: 501 }, () => message) })).toBeInstanceOf(Unprocessable);
    expect(await refusal({ messages: [{ ...message, content: 'x'.repeat(2 * 1024 * 1024) }] })).toBeInstanceOf(
      PayloadTooLarge,
    );
  });

  test('G25: a length beyond the tier is lowered to it', async () => {
    model.always({ text: 'Hi' });
    expect(await refusal({ maxTokens: 128_000 })).toBe('answered');
    expect(model.requests.at(-1)?.body).toMatchObject({ max_tokens: 8_192 });
  });
});
