import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';
import { type ScriptedMessages, startScriptedMessages } from '../../support/scripted-messages.ts';
import { type ScriptedModel, startScriptedModel } from '../../support/scripted-model.ts';

/* Requirements: ID9, GW6, GW7. */

const OPENAI_KEY = 'sk-alice-openai-1234567890';
const CLAUDE_KEY = 'sk-ant-alice-1234567890';
const minute = { requests: 1_000_000, heavyRequests: 1_000_000 };
/** No month has money for a single call: whatever is answered has cost the deployment nothing. */
const tiers = {
  standard: { month: { money: 0 }, ownProviderKeys: true, minute },
  free: { minute },
};

let openai: ScriptedModel;
let claude: ScriptedMessages;
let artel: Artel;
let operator: Operator;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  openai = await startScriptedModel();
  claude = await startScriptedMessages();
  artel = await startArtel({
    environment: { [ENV.tiers]: JSON.stringify(tiers) },
    secrets: {
      SecretsProvider: {
        base_url: openai.url,
        api_key: 'deployment',
        model: 'gpt-4.1-mini',
        upstreams: [
          { name: 'claude', kind: 'anthropic', base_url: claude.url, api_key: 'deployment', models: ['claude-*'] },
        ],
      },
    },
  });
  operator = operatorOf(artel.cloud);
  [alice, bob] = await Promise.all([artel.register('alice'), artel.register('bob')]);
  await alice.call('PUT', '/my/provider-keys/openai', { api_key: OPENAI_KEY });
  await alice.call('PUT', '/my/provider-keys/claude', { api_key: CLAUDE_KEY });
});
afterAll(async () => {
  operator?.stop();
  await artel?.stop();
  await openai?.stop();
  await claude?.stop();
});
beforeEach(() => openai.always({ text: 'Hi', usage: { prompt_tokens: 70, completion_tokens: 7 } }));

const messages = [{ role: 'user', content: 'Hi' }];
const ask = (person: Person) => person.call('POST', '/v1/chat/completions', { model: 'gpt-4.1-mini', messages });
const askClaude = (person: Person) =>
  person.call('POST', '/v1/messages', { model: 'claude-haiku-5-5', messages, max_tokens: 5 });
const openAiKeys = () => [...new Set(openai.requests.map(({ headers }) => headers.authorization))];

type Calls = { items: Record<string, unknown>[] };
const callsOf = async (person: Person) => (await person.call<Calls>('GET', '/my/usage/calls')).body.items;

test('calls go to the provider with the user’s own key, of either kind, cost nothing, and their tokens are counted', async () => {
  openai.requests.length = 0;
  claude.script({ text: 'Hi' });
  expect([(await ask(alice)).status, (await askClaude(alice)).status]).toEqual([200, 200]);
  expect(openAiKeys()).toEqual([`Bearer ${OPENAI_KEY}`]);
  expect(claude.requests.at(-1)?.headers['x-api-key']).toBe(CLAUDE_KEY);
  const embedded = { model: 'text-embedding-3-small', input: 'sea' };
  expect((await alice.call('POST', '/v1/embeddings', embedded)).status).toBe(200);
  expect(openAiKeys()).toEqual([`Bearer ${OPENAI_KEY}`]);
  const calls = await callsOf(alice);
  expect(calls).toMatchObject([
    { purpose: 'embedding', own_key: true, cost: 0 },
    { model: expect.stringContaining('claude'), own_key: true, cost: 0 },
    { own_key: true, cost: 0, prompt_tokens: 70, completion_tokens: 7, outcome: 'answered' },
  ]);
  const { items } = (await alice.call<Calls>('GET', '/my/usage')).body;
  expect(items.find(({ model }) => model === 'gpt-4.1-mini')).toMatchObject({ prompt_tokens: 70, cost: 0 });
  const [budget] = await operator.partition(`USER#${alice.id}`, 'BUDGET#');
  expect(budget).toMatchObject({ spent_money: 0, spent_tokens: 0, spent_requests: 0, open: {} });
});

test('so do an agent’s run, its memory, and the planner', async () => {
  openai.requests.length = 0;
  const { session } = await alice.chat('scribe');
  expect(await alice.ask(session, 'Hello', { target_agent: 'scribe' })).toMatchObject({ answer: 'Hi' });
  await alice.chat('clerk');
  await alice.ask(session, 'Plan a journey');
  expect(openAiKeys()).toEqual([`Bearer ${OPENAI_KEY}`]);
  const purposes = (await callsOf(alice)).map(({ purpose }) => purpose);
  expect(purposes).toEqual(expect.arrayContaining(['chat', 'embedding', 'planning']));
});

test('a key is its owner’s alone: others’ calls go with the deployment’s, and within their month', async () => {
  openai.requests.length = 0;
  expect((await ask(bob)).status).toBe(429);
  expect(openai.requests).toEqual([]);
});

test('a key that the provider refuses is an error that names it, and nothing is asked with the deployment’s', async () => {
  const refusal = { error: { message: `Incorrect API key provided: ${OPENAI_KEY}`, code: 'invalid_api_key' } };
  openai.requests.length = 0;
  openai.script({ status: 401, body: refusal });
  const answer = await ask(alice);
  expect([answer.status, answer.body]).toMatchObject([403, { error: { code: 'own_key_refused' } }]);
  expect(JSON.stringify(answer.body)).toContain('your own key \\"openai\\"');
  claude.script({ status: 401, type: 'authentication_error', message: 'invalid x-api-key' });
  const other = await askClaude(alice);
  expect([other.status, other.body]).toMatchObject([403, { type: 'error', error: { type: 'permission_error' } }]);
  expect(JSON.stringify(other.body)).toContain('your own key \\"claude\\"');
  openai.always({ status: 401, body: refusal });
  const { session } = await alice.chat('scribe');
  const { run } = await alice.ask(session, 'Hello', { target_agent: 'scribe' });
  expect(run).toMatchObject({ state: 'failed', error: { error_code: 'model_own_key_refused' } });
  expect(run.error?.detail).toContain('your own key "openai"');
  expect(openAiKeys()).toEqual([`Bearer ${OPENAI_KEY}`]);
  openai.script({ embeddings: { status: 401, body: refusal } });
  const search = await alice.call('GET', '/my/agents/scribe/context?query=river');
  expect([search.status, search.body]).toMatchObject([
    403,
    { detail: expect.stringContaining('your own key "openai"') },
  ]);
  const failed = (await callsOf(alice)).filter(({ reason }) => reason === 'own_key_refused');
  expect(failed).toMatchObject(failed.map(() => ({ own_key: true, cost: 0, outcome: 'failed' })));
  expect(failed.length).toBeGreaterThan(2);
});

test('a key is never shown, and nothing that is stored holds it readably', async () => {
  const listed = await alice.call<{ items: { provider: string }[] }>('GET', '/my/provider-keys');
  expect(listed.body).toMatchObject({ providers: ['claude', 'openai'] });
  expect(listed.body.items.map(({ provider }) => provider)).toEqual(['claude', 'openai']);
  const trail = await alice.call('GET', '/my/audit');
  const stored = await operator.partition(`USER#${alice.id}`);
  const all = [JSON.stringify([listed.body, trail.body]), JSON.stringify(stored)].join();
  expect(all).toContain('provider_key_stored');
  expect(all).not.toContain(OPENAI_KEY);
  expect(all).not.toContain(CLAUDE_KEY);
  const bytes = stored.flatMap((item) => Object.values(item)).filter((value) => value instanceof Uint8Array);
  expect(bytes.length).toBeGreaterThan(3);
  expect(bytes.some((value) => Buffer.from(value).includes(OPENAI_KEY))).toBe(false);
});

test('a key is stored by a person, for a provider that there is, in a tier that allows it', async () => {
  const put = (person: Person, provider: string, body: object = { api_key: 'sk-x' }, headers = {}) =>
    person.call('PUT', `/my/provider-keys/${provider}`, body, headers);
  expect((await put(bob, 'mistral')).status).toBe(404);
  expect((await bob.call('GET', '/my/provider-keys')).body).toMatchObject({ providers: ['claude', 'openai'] });
  expect((await put(bob, 'openai', { api_key: 'two\nlines' })).status).toBe(422);
  const key = (await bob.call('POST', '/my/keys', { name: 'ci', scopes: ['read', 'write'] })).body.key;
  const asMachine = { authorization: `Bearer ${key}` };
  expect((await put(bob, 'openai', { api_key: 'sk-x' }, asMachine)).status).toBe(403);
  await operator.put({ pk: `ACCOUNT#${bob.id}`, sk: 'ACCOUNT', v: 1, roles: ['user'], tier: 'free' });
  expect((await put(bob, 'openai')).status).toBe(403);
  expect((await bob.call('DELETE', '/my/provider-keys/openai')).status).toBe(404);
});

test('a key that is deleted is used no more', async () => {
  openai.requests.length = 0;
  expect((await alice.call('DELETE', '/my/provider-keys/openai')).status).toBe(204);
  expect((await ask(alice)).status).toBe(429);
  expect(openai.requests).toEqual([]);
  expect((await alice.call('GET', '/my/audit')).body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ action: 'provider_key_deleted', target: 'openai' })]),
  });
});
