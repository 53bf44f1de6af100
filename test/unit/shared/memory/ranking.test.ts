import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byWords, fused } from '../../../../shared/memory/recall/ranking.ts';
import { workOf } from '../../../support/pace.ts';

/* Requirements: MEM2. */

test('a text that shares a rare word comes before those that share a common one', () => {
  const texts = ['the meeting', 'the report', 'the zebra', 'the lunch'];
  expect(byWords('the zebra', texts)).toEqual([2]);
});

test('texts that share no word are not ranked', () => {
  expect(byWords('apples', ['pears', 'plums'])).toEqual([]);
  expect(byWords('?!', ['pears'])).toEqual([]);
});

test('words are compared without regard to case, in any script', () => {
  expect(byWords('ПРИВЕТ', ['чай', 'привет, мир'])).toEqual([1]);
});

test('G33: a long question is compared with long memories in a time that grows with their length alone', async () => {
  const text = (length: number, step: number): string =>
    String.fromCharCode(...Array.from({ length }, (_, index) => 0x4e00 + ((index * step) % 20_011)));
  const texts = Array.from({ length: 20 }, (_, index) => text(10_000, 7 + index));
  expect(await workOf(() => expect(byWords(text(20_000, 7), texts)).toEqual([0]))).toBeLessThan(3_000);
});

test('what two rankings have in common comes before what only one of them has', () => {
  expect(
    fused([
      ['a', 'b', 'c'],
      ['d', 'c'],
    ])[0],
  ).toBe('c');
});

test('a fusion holds each member of the rankings once, and of one ranking alone is that ranking', () => {
  const ranking = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 12 });
  fc.assert(
    fc.property(ranking, ranking, (a, b) => {
      const both = fused([a, b]);
      expect([...both].sort()).toEqual([...new Set([...a, ...b])].sort());
      expect(fused([a])).toEqual(a);
    }),
  );
});
