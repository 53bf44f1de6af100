import { expect, test } from 'vitest';
import { authenticated } from '../../../../../shared/core/scope.ts';
import type { ModelCall } from '../../../../../shared/gateway/index.ts';
import { unsupportedByChat } from '../../../../../shared/gateway/upstreams/unsupported.ts';

const callWith = (count: number): ModelCall => ({
  scope: authenticated({ userId: 'alice' }).inProject('default'),
  purpose: 'chat',
  messages: [],
  stop: Array.from({ length: count }, (_, index) => `stop ${index}`),
});

test.each([
  ['Anthropic', { kind: 'anthropic' as const, baseUrl: 'https://api.anthropic.com' }, 5, undefined],
  ['a server of one’s own', { baseUrl: 'http://localhost:8000/v1' }, 5, undefined],
  ['OpenAI', { baseUrl: 'https://api.openai.com/v1' }, 4, undefined],
  ['OpenAI', { baseUrl: 'https://api.openai.com/v1' }, 5, 'refused'],
  ['Azure', { baseUrl: 'https://artel.openai.azure.com/openai/v1' }, 5, 'refused'],
])('G9: as many stop sequences go to %s as it takes: %j, %i', (_name, endpoint, count, reason) => {
  expect(unsupportedByChat(callWith(count), { ...endpoint, apiKey: 'k' })?.reason).toBe(reason);
});
