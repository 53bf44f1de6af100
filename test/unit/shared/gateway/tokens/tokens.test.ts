import fc from 'fast-check';
import { countTokens as reference } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { countTokens } from '../../../../../shared/gateway/tokens/count-tokens.ts';

test.each([
  ['', 0],
  ['hello world', 2],
  ['Привет, как дела?', 6],
  ['<|endoftext|>', reference('<|endoftext|>', { disallowedSpecial: new Set() })],
])('%j is counted as the reference counts it', (text, count) => {
  expect(countTokens(text)).toBe(count);
});

test('any short text has as many tokens as in the reference implementation', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(countTokens(text)).toBe(reference(text, { disallowedSpecial: new Set() }));
    }),
  );
});

test('a long text of words has as many tokens as in the reference implementation', () => {
  const text = 'The agents share their work, каждый делает своё, 皆が働く. '.repeat(200);
  expect(countTokens(text)).toBe(reference(text));
});

test('a megabyte without a space is counted in bounded pieces, within one percent of the reference', () => {
  const text = 'ab1'.repeat(4_000);
  const exact = reference(text);
  expect(Math.abs(countTokens(text) - exact)).toBeLessThan(exact / 100);
  expect(countTokens('x'.repeat(1_000_000))).toBeGreaterThan(100_000);
});

test('a repeated text has the same count, whoever sends it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('ab ', 'ж', '\ud83d', '\n', 'the '), minLength: 200 }), (text) => {
      const expected = reference(text, { disallowedSpecial: new Set() });
      const counts = [undefined, 'alice', 'alice', 'bob'].map((owner) => countTokens(text, owner));
      expect(counts).toEqual([expected, expected, expected, expected]);
    }),
  );
});
