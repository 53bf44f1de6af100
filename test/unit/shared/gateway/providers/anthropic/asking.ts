import { authenticated } from '../../../../../../shared/core/scope.ts';
import type { NamedCall } from '../../../../../../shared/gateway/providers/dialect.ts';

export const NEW = 'claude-opus-5-5';
export const OLD = 'claude-3-5-haiku-latest';

export const callOf = (more: Partial<NamedCall> = {}): NamedCall => ({
  scope: authenticated({ userId: 'alice' }).inProject('default'),
  purpose: 'chat',
  model: NEW,
  messages: [{ role: 'user', content: 'Hello' }],
  ...more,
});

export const look = {
  name: 'look',
  description: 'Looks something up.',
  parameters: { type: 'object', properties: { word: { type: 'string' } }, required: ['word'] },
};
