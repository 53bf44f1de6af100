import { IDEOGRAPHS } from '../network/ideographs.ts';
import { isParticle } from './words.ts';

/** One word of a row of capitalised words; `lower` is without its dots. */
export type NameWord = { start: number; end: number; lower: string; initial: boolean };

const MAX_ROW_LENGTH = 6;
/** `J.`, `И.О.` is two; `O'Neil`, `McDonald`, `Anne-Marie`, `Иванов`, `SMITH`. */
const initial = /\p{Lu}\.(?=[ \t]?\p{Lu}|[ \t,;)\n]|$)/uy;
const bareInitial = /\p{Lu}(?= \p{Lu}\p{Ll})/uy;
const word =
  /(?:\p{Lu}'\p{Lu}\p{Ll}+|(?:Mc|Mac|De|Di|La|Le|Van|Fitz)\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+|\p{Lu}{2,})(?:[-'](?:\p{Lu}\p{Ll}+|\p{Lu}{2,}))*(?![\p{L}\d_@])/uy;
const particle = /(?:\p{Ll}{2,3} ){1,2}(?=\p{Lu})/uy;
const possessive = /'[sS]$/;

const match = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

const particlesFrom = (text: string, at: number): number => {
  const found = match(particle, text, at);
  if (found === undefined) return at;
  return found.trim().split(' ').every(isParticle) ? at + found.length : at;
};

/** The words of the row that starts with the capital letter at `at`, all on one line, with single blanks between. */
export const readNameWords = (text: string, at: number): NameWord[] => {
  const words: NameWord[] = [];
  let start = at;
  while (words.length < MAX_ROW_LENGTH) {
    const short = match(initial, text, start) ?? (words.length > 0 ? match(bareInitial, text, start) : undefined);
    const found = short ?? match(word, text, start)?.replace(possessive, '');
    if (found === undefined) break;
    const end = start + found.length;
    words.push({ start, end, lower: found.replace('.', '').toLowerCase(), initial: short !== undefined });
    const blank = text[end] === ' ' ? end + 1 : short !== undefined ? end : -1;
    if (blank < 0) break;
    start = particlesFrom(text, blank);
  }
  return words.length > 0 ? words : [{ start: at, end: endOfLetters(text, at), lower: '', initial: false }];
};

/** Ideographs are no part of the word before them: text is cut there. */
const letters = new RegExp(`(?:[^\\P{L}${IDEOGRAPHS}]|[\\d_])+`, 'uy');
const endOfLetters = (text: string, at: number): number => at + (match(letters, text, at)?.length ?? 1);
