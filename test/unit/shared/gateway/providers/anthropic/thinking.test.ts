import { expect, test } from 'vitest';
import type { ChatMessage, ModelCall } from '../../../../../../shared/gateway/index.ts';
import { messageRequest } from '../../../../../../shared/gateway/providers/anthropic/request.ts';
import { callOf, look } from './asking.ts';

const sent = (model: string, more: Partial<ModelCall>) =>
  messageRequest({ ...callOf(more), model }, { baseUrl: 'https://api.anthropic.com', apiKey: '' });

const BUDGET = { type: 'enabled', budget: 31_999, display: 'omitted' } as const;
const OLD = 'claude-haiku-4-5';
const NEW = 'claude-opus-5-5';

test.each([
  ['a budget below the length', OLD, BUDGET, 32_000, { type: 'enabled', budget_tokens: 31_999, display: 'omitted' }],
  ['a budget above the length', OLD, BUDGET, 8_192, { type: 'enabled', budget_tokens: 8_191, display: 'omitted' }],
  ['a length too short for any budget', OLD, BUDGET, 1_000, undefined],
  ['a budget for a newer model', NEW, BUDGET, 32_000, { type: 'adaptive', display: 'omitted' }],
  ['thinking as it finds right', NEW, { type: 'adaptive', budget: 0 }, 32_000, { type: 'adaptive' }],
  ['thinking as it finds right, of an older model', OLD, { type: 'adaptive' }, 32_000, undefined],
  ['a model that cannot think', 'claude-3-5-haiku-latest', BUDGET, 32_000, undefined],
  ['another maker’s model', 'glm-4.7', BUDGET, 32_000, undefined],
  ['no thinking', NEW, { type: 'disabled' }, 32_000, undefined],
])('G26: %s', (_, model, thinking, maxTokens, expected) => {
  expect(sent(model, { thinking, maxTokens }).thinking).toEqual(expected);
});

test('G26: a model that thinks gets no other sampling, and one that does not gets top_k if it knows it', () => {
  const sampling = { temperature: 0.2, topK: 40 };
  expect(sent(OLD, { ...sampling, thinking: BUDGET })).not.toHaveProperty('temperature');
  expect(sent(OLD, sampling)).toMatchObject({ temperature: 0.2, top_k: 40 });
  expect(sent(NEW, sampling)).not.toHaveProperty('top_k');
});

test('G26: a forced call, and a round of calls whose thoughts are missing, go without a budget', () => {
  const more = { thinking: BUDGET, tools: [look], maxTokens: 32_000 };
  expect(sent(OLD, { ...more, toolChoice: 'required' })).not.toHaveProperty('thinking');
  const call = { id: 'call_1', name: 'look', arguments: '{}' };
  const round = (reasoning: object): ChatMessage[] => [
    { role: 'user', content: 'Tea?' },
    { role: 'assistant', content: '', calls: [call], ...reasoning },
    { role: 'tool', callId: 'call_1', content: 'a drink' },
  ];
  expect(sent(OLD, { ...more, messages: round({}) })).not.toHaveProperty('thinking');
  const data = { type: 'thinking', thinking: 'Tea.', signature: 'c2ln' };
  const reasoning = { text: 'Tea.', native: [{ kind: 'anthropic', data }] };
  expect(sent(OLD, { ...more, messages: round({ reasoning }) })).toHaveProperty('thinking');
  const unsigned = { text: 'Tea.', native: [{ kind: 'anthropic', data: { type: 'thinking', thinking: 'Tea.' } }] };
  expect(sent(OLD, { ...more, messages: round({ reasoning: unsigned }) })).not.toHaveProperty('thinking');
});
