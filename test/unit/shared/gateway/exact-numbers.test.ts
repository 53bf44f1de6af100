import { expect, test } from 'vitest';
import { reasoningWith } from '../../../../shared/gateway/call/reasoning.ts';
import { callWith } from '../../../../shared/gateway/policies/texts.ts';
import { parseJson } from '../../../../shared/gateway/providers/parse-json.ts';

/* Requirements: GW2. */

const change = (text: string): string => text.replaceAll('Ann', 'Eve');
const changed = (given: string): string => callWith({ id: 'c', name: 'look', arguments: given }, change).arguments;

test('a policy that changes a text of a call leaves the digits of the numbers beside it', () => {
  expect(changed('{"id":12345678901234567890,"to":"Ann"}')).toBe('{"id":12345678901234567890,"to":"Eve"}');
});

test('a policy changes arguments nested deeper than anybody reads as one text', () => {
  const deep = (name: string): string => `{"to":"${name}","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  expect(changed(deep('Ann')) === deep('Eve')).toBe(true);
});

test('a policy that changes a thought leaves the digits of the numbers in it', () => {
  const data = parseJson('{"reasoning":"Ann","reasoning_details":[{"index":12345678901234567890}]}');
  const native = [{ kind: 'openai' as const, data: data as Record<string, unknown> }];
  const [thought] = reasoningWith({ text: '', native }, change).native ?? [];
  expect(JSON.stringify(thought?.data)).toBe(
    '{"reasoning":"Eve","reasoning_details":[{"index":12345678901234567890}]}',
  );
});
