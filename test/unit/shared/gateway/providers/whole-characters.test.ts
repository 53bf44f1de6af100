import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WholeCharacters } from '../../../../../shared/gateway/providers/whole-characters.ts';

const passed = (pieces: string[]): string[] => {
  const characters = new WholeCharacters();
  return [...pieces.map((piece) => characters.push(piece)), characters.rest()];
};

test('text cut anywhere comes out whole, and no piece of it holds half a character', () => {
  const cuts = fc.array(fc.nat(200));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), cuts, (text, places) => {
      const bounds = [...new Set([0, ...places.filter((place) => place < text.length), text.length])].sort(
        (a, b) => a - b,
      );
      const pieces = bounds.slice(1).map((end, at) => text.slice(bounds[at], end));
      const out = passed(pieces);
      expect(out.join('')).toBe(text);
      expect(out.every((piece) => piece.isWellFormed())).toBe(true);
    }),
  );
});

test('half a character that stays alone becomes the replacement character', () => {
  expect(passed(['a\ud83d', 'b'])).toEqual(['a', '\ufffdb', '']);
  expect(passed(['a\ud83d'])).toEqual(['a', '\ufffd']);
  expect(passed(['\ude00'])).toEqual(['\ufffd', '']);
});
