import { describe, expect, test } from 'vitest';
import { parseProviderSettings, upstreamsOf } from '../../../../../shared/gateway/settings/upstreams.ts';
import { candidatesFor, modelsFor } from '../../../../../shared/gateway/upstreams/candidates.ts';

const parsed = (secret: object) => parseProviderSettings(JSON.stringify(secret));
const one = { name: 'one', base_url: 'https://one.example/v1', api_key: 'k1', models: ['gpt-*'] };
const two = { name: 'two', base_url: 'https://two.example/v1', api_key: 'k2', models: ['gpt-4.1', 'llama*'] };
const base = { base_url: 'https://all.example/v1', api_key: 'k0' };

describe('the provider secret', () => {
  test('a provider secret with one address is one upstream for all models', () => {
    expect(upstreamsOf(parsed({ ...base, model: 'm' }))).toMatchObject([
      { baseUrl: base.base_url, apiKey: 'k0', models: ['*'] },
    ]);
  });

  test('a provider secret may name upstreams alone, and time-outs by model', () => {
    const secret = { upstreams: [{ ...one, timeouts: { 'gpt-5*': { first_byte_ms: 60_000 } } }] };
    expect(upstreamsOf(parsed(secret))).toEqual([
      {
        name: 'one',
        baseUrl: one.base_url,
        apiKey: 'k1',
        models: ['gpt-*'],
        timeouts: [['gpt-5*', { first: 60_000 }]],
      },
    ]);
  });

  test('a provider secret says which API an upstream speaks, OpenAI’s by default', () => {
    const all = upstreamsOf(parsed({ ...base, kind: 'anthropic', upstreams: [one, { ...two, kind: 'openai' }] }));
    expect(all.map(({ kind }) => kind)).toEqual([undefined, 'openai', 'anthropic']);
  });

  test.each([
    ['a kind nobody speaks', { ...base, kind: 'gemini' }],
    ['a kind without an address', { kind: 'anthropic', upstreams: [one] }],
    ['no address at all', {}],
    ['an address without a key', { base_url: base.base_url }],
    ['no address', { base_url: 'nowhere', api_key: '' }],
    ['two upstreams of one name', { upstreams: [one, { ...two, name: 'one' }] }],
    ['an upstream for nothing', { upstreams: [{ ...one, models: [] }] }],
    ['a field nobody knows', { ...base, retries: 9 }],
    ['fallbacks that are no list', { ...base, fallbacks: { 'gpt-4.1': 'gpt-4.1-mini' } }],
    ['a time-out of nothing', { ...base, timeouts: { '*': { idle_ms: 0 } } }],
  ])('a provider secret with %s is refused', (_name, secret) => {
    expect(() => parsed(secret)).toThrow();
  });
});

describe('the way of a call', () => {
  const settings = parsed({ ...base, upstreams: [one, two], fallbacks: { 'gpt-4.1': ['gpt-4.1-mini', 'llama3'] } });
  const way = (model: string) =>
    candidatesFor(settings, modelsFor(settings, model)).map(
      ({ upstream, model: asked }) => `${upstream.apiKey} ${asked}`,
    );

  test('a call goes to every upstream with the model in their order, then to those with the fallbacks', () => {
    expect(way('gpt-4.1')).toEqual([
      'k1 gpt-4.1',
      'k2 gpt-4.1',
      'k0 gpt-4.1',
      'k1 gpt-4.1-mini',
      'k0 gpt-4.1-mini',
      'k2 llama3',
      'k0 llama3',
    ]);
  });

  test('a call to a model without fallbacks ends with its upstreams', () => {
    expect(way('llama3')).toEqual(['k2 llama3', 'k0 llama3']);
    expect(way('constructor')).toEqual(['k0 constructor']);
  });

  test('a call to a model that no upstream has goes nowhere', () => {
    expect(candidatesFor(parsed({ upstreams: [one] }), ['claude'])).toEqual([]);
  });
});
