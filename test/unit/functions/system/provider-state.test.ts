import { expect, test } from 'vitest';
import { providerState } from '../../../../functions/system/provider-state.ts';
import { parseProviderSettings } from '../../../../shared/gateway/settings/upstreams.ts';

const stateOf = (secret: object) => providerState(parseProviderSettings(JSON.stringify(secret)));

const claude = { name: 'claude', kind: 'anthropic', base_url: 'https://api.anthropic.com', models: ['claude-*'] };
const openai = 'https://api.openai.com/v1';

test('a provider whose secret was never filled is not configured', () => {
  expect(stateOf({ base_url: openai, api_key: '' })).toBe('not_configured');
});

test.each([
  ['with its key is', { base_url: openai, api_key: 'sk-1' }],
  ['that is one of several upstreams is', { upstreams: [{ ...claude, api_key: 'sk-ant-1' }] }],
  [
    'beside the unfilled one for all models is',
    { base_url: openai, api_key: '', upstreams: [{ ...claude, api_key: 'sk-ant-1' }] },
  ],
  ['of one’s own, which takes no key, is', { base_url: 'http://models.internal:11434/v1', api_key: '' }],
])('a provider %s', (_, secret) => {
  expect(stateOf(secret)).toBe('ok');
});

test('upstreams without a key to any of them are not configured', () => {
  expect(stateOf({ upstreams: [{ ...claude, api_key: '' }] })).toBe('not_configured');
});
