import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../../../shared/gateway/own-keys/address.ts';
import { ownSettings } from '../../../../shared/gateway/own-keys/own-settings.ts';
import { providersOf } from '../../../../shared/gateway/own-keys/providers.ts';
import type { ProviderSettings, Upstream } from '../../../../shared/gateway/settings/upstreams.ts';
import { getItem, putItem, type StoredItem, userKeys } from '../../../../shared/store/index.ts';
import { removeProviderKey, storeProviderKey } from '../../../../shared/vault/index.ts';
import { startTestDataKey } from '../../../support/data-key.ts';
import { startTestTable } from '../../../support/table.ts';
import { projectOf } from '../../../support/tool-call.ts';

/* Requirements: ID9, GW6. */

const { user: alice } = projectOf('alice');
const { user: bob } = projectOf('bob');
const { user: carol } = projectOf('carol');
const { user: dave } = projectOf('dave');

const upstream = (name: string, models: string[], kind: Upstream['kind'] = 'openai'): Upstream => ({
  name,
  kind,
  baseUrl: `https://${name}.example/v1`,
  apiKey: 'deployment',
  models,
  timeouts: [],
});
/** Claude's models at one provider, everything else at the usual one. */
const SETTINGS: ProviderSettings = {
  baseUrl: 'https://usual.example/v1',
  apiKey: 'deployment',
  upstreams: [upstream('claude', ['claude-*'], 'anthropic')],
  fallbacks: { 'claude-x': ['gpt-x'] },
};

const store = async (user: typeof alice, provider: string, settings = SETTINGS) => {
  const found = providersOf(settings).get(provider);
  if (!found) throw new Error(`There is no ${provider}.`);
  await storeProviderKey(user, { provider, value: `key-of-${provider}`, address: addressOf(found) });
};
const keysFor = async (
  user: typeof alice,
  model: string,
  service: 'chat' | 'embeddings' = 'chat',
  settings = SETTINGS,
) => (await ownSettings(user, settings, { model, service }))?.upstreams?.map(({ apiKey }) => apiKey);

let stop: () => Promise<void>;
beforeAll(async () => {
  const table = await startTestTable();
  const key = await startTestDataKey();
  stop = async () => {
    await key.stop();
    await table.stop();
  };
  await store(alice, 'openai');
  await store(bob, 'claude');
});
afterAll(() => stop());

describe('the providers that keys are for', () => {
  test('are those of the list by name, and the usual one by its kind, or as the default where that name is taken', () => {
    expect([...providersOf(SETTINGS).keys()]).toEqual(['claude', 'openai']);
    const taken = { ...SETTINGS, upstreams: [upstream('openai', ['gpt-x'])] };
    expect([...providersOf(taken).keys()]).toEqual(['openai', 'default']);
    expect([...providersOf({ ...SETTINGS, kind: 'anthropic', upstreams: [] }).keys()]).toEqual(['anthropic']);
  });
});

describe('a call is made with keys of one’s own', () => {
  test('if one is of the provider that is asked first for the model, and then with no other’s', async () => {
    expect(await keysFor(alice, 'gpt-x')).toEqual(['key-of-openai']);
    expect(await keysFor(alice, 'claude-x')).toBeUndefined();
    expect(await keysFor(bob, 'claude-x')).toEqual(['key-of-claude']);
    expect(await keysFor(bob, 'gpt-x')).toBeUndefined();
    expect(await keysFor(carol, 'gpt-x')).toBeUndefined();
  });

  test('of a provider that makes embeddings, if that is what is asked', async () => {
    const all = { ...SETTINGS, upstreams: [upstream('claude', ['*'], 'anthropic')] };
    expect(await keysFor(alice, 'text-embedding-3-small', 'embeddings', all)).toEqual(['key-of-openai']);
    expect(await keysFor(bob, 'text-embedding-3-small', 'embeddings', all)).toBeUndefined();
  });

  test('and never sent to another address than it was stored for', async () => {
    const moved = { ...SETTINGS, baseUrl: 'https://elsewhere.example/v1' };
    const refusal = { reason: 'own_key_refused', detail: expect.stringContaining('"openai" has another address') };
    await expect(keysFor(alice, 'gpt-x', 'chat', moved)).rejects.toMatchObject(refusal);
    await store(alice, 'openai', moved);
    expect(await keysFor(alice, 'gpt-x', 'chat', moved)).toEqual(['key-of-openai']);
    await store(alice, 'openai');
  });

  test('a key whose provider has another address does not keep a call from another provider', async () => {
    const moved = { ...SETTINGS, baseUrl: 'https://elsewhere.example/v1' };
    for (const provider of ['openai', 'claude']) await store(dave, provider);
    expect(await keysFor(dave, 'claude-x')).toEqual(['key-of-claude', 'key-of-openai']);
    expect(await keysFor(dave, 'claude-x', 'chat', moved)).toEqual(['key-of-claude']);
  });

  test('a key that was moved to another person or provider in the table cannot be opened', async () => {
    const item = await getItem(userKeys.providerKey(alice, 'openai'));
    await putItem({ ...item, ...userKeys.providerKey(carol, 'openai') } as StoredItem);
    await expect(keysFor(carol, 'gpt-x')).rejects.toThrow();
    await removeProviderKey(carol, 'openai');
    expect(await keysFor(carol, 'gpt-x')).toBeUndefined();
  });
});
