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

test.each([
  ['https://example.com/a.pdf', 'refused'],
  ['data:application/pdf;base64,JVBERi0=', undefined],
])('G26: the document %s goes only to an upstream that takes it', (url, reason) => {
  const call: ModelCall = {
    ...callWith(0),
    messages: [{ role: 'user', content: [{ type: 'document', source: { url } }] }],
  };
  expect(unsupportedByChat(call, { baseUrl: 'https://api.openai.com/v1', apiKey: 'k' })?.reason).toBe(reason);
  expect(unsupportedByChat(call, { kind: 'anthropic', baseUrl: 'https://api.anthropic.com', apiKey: 'k' })).toBe(
    undefined,
  );
});
