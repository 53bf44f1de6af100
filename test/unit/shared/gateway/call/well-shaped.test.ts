import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChatMessage, type ContentPart, wellShaped } from '../../../../../shared/gateway/index.ts';

const message = fc.oneof(
  fc.record({ role: fc.constantFrom('system' as const, 'assistant' as const), content: fc.string({ maxLength: 3 }) }),
  fc.record({
    role: fc.constant('user' as const),
    content: fc.constantFrom<string | ContentPart[]>('', 'one', [{ type: 'text', text: 'a part' }]),
  }),
);

test('G13: any history has one system message at most, begins with the person, and its roles take turns', () => {
  fc.assert(
    fc.property(fc.array(message), (history) => {
      const shaped = wellShaped([...history, { role: 'user', content: 'Now?' }]);
      const roles = shaped.map(({ role }) => role);
      const said = roles.filter((role) => role !== 'system');
      expect(roles.lastIndexOf('system')).toBeLessThanOrEqual(0);
      expect(said[0]).toBe('user');
      expect(said.every((role, index) => role === (index % 2 === 0 ? 'user' : 'assistant'))).toBe(true);
    }),
  );
});

test('G13: a note about a dead tool server is part of the first system message', () => {
  expect(
    wellShaped([
      { role: 'system', content: 'You help.' },
      { role: 'user', content: 'Hello' },
      { role: 'system', content: 'Not available: maps.' },
    ]),
  ).toEqual([
    { role: 'system', content: 'You help.\n\nNot available: maps.' },
    { role: 'user', content: 'Hello' },
  ]);
});

test('G13: calls, their results and what the model thought of them stay as they are', () => {
  const calls = [{ id: 'c1', name: 'look', arguments: '{}' }];
  const loop: ChatMessage[] = [
    { role: 'user', content: 'Look.' },
    { role: 'assistant', content: '', calls, reasoning: { text: 'Hm.' } },
    { role: 'tool', callId: 'c1', content: 'one' },
    { role: 'tool', callId: 'c2', content: 'two' },
    { role: 'assistant', content: '', calls },
    { role: 'tool', callId: 'c1', content: 'one' },
  ];
  expect(wellShaped(loop)).toEqual(loop);
});
