import { eachMatch } from './each-match.ts';

/** A capitalised word in Latin letters; bounded, so that patterns of several take time linear in the text. */
export const WORD = "\\p{Lu}[\\p{Script=Latin}\\p{M}'’-]{0,40}";
const word = new RegExp(`(?<![\\p{L}\\p{M}\\d_@.'’/-])${WORD}`, 'gu');

/** Every capitalised word that something else does not lead into, such as an address or a path. */
export const eachCapital = (
  text: string,
  from: number,
  see: (word: string, start: number, end: number) => void,
): void => eachMatch(word, text, from, (match, end) => see(match[0], match.index, end));
