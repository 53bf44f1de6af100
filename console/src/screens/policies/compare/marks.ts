import { diffArrays } from 'diff';

/** A part of a text: in both texts, only in the one before, or only in the one after. */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string };

/** Milliseconds after which two long texts count as different as a whole: nobody waits for marks. */
const PATIENCE = 300;

const wordsOf = (text: string): string[] => text.match(/\s+|\S+/g) ?? [];

/** Word by word, what stands in both texts and what in one of them. Pieces of the same kind are together. */
export const compared = (before: string, after: string): Piece[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const found = diffArrays(wordsOf(before), wordsOf(after), { timeout: PATIENCE });
  if (!found) return [piece('removed', before), piece('added', after)].filter(({ text }) => text !== '');
  return found.map(({ added, removed, value }) => {
    const changed = added ? 'added' : 'removed';
    return piece(added || removed ? changed : 'same', value.join(''));
  });
};

const piece = (kind: Piece['kind'], text: string): Piece => ({ kind, text });

/** What stands on one side, in its order. */
export const sideOf = (pieces: readonly Piece[], side: 'before' | 'after'): Piece[] =>
  pieces.filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'removed'));
