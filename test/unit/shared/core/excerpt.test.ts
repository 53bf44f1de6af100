import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, endOf, excerpt } from '../../../../shared/core/excerpt.ts';

test('G12: a cut text is well formed, no longer than asked for, and at most half a character shorter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.integer({ min: 1, max: 20 }), (text, length) => {
      for (const part of [beginningOf(text, length), endOf(text, length)]) {
        expect(part.isWellFormed()).toBe(true);
        expect(part.length).toBeLessThanOrEqual(length);
        expect(part.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1);
      }
      expect(text.startsWith(beginningOf(text, length)) && text.endsWith(endOf(text, length))).toBe(true);
    }),
  );
});

test('G12: an excerpt says that there is more', () => {
  expect(excerpt('one two', 3)).toBe('one…');
  expect(excerpt('one', 3)).toBe('one');
});
