import { IDEOGRAPHS } from '../network/ideographs.ts';
import { isDigitCode, isLetterCode, isLowerCode } from '../reading/characters.ts';
import { type Known, known } from './known-words.ts';
import { isParticle } from './words.ts';

/** One word of a row of capitalised words, without its dots; `initial`: a letter that stands for a name. */
export type NameWord = { start: number; end: number; lower: string; initial: boolean; known: Known };

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

const isAsciiLower = (code: number): boolean => code >= 97 && code <= 122;

/** Whether a character goes on with a word that ended, as `word` would see it: `O'Neil`, `McDonald`, `Anne-Marie`, `a@b`. */
const goesOn = (code: number): boolean =>
  code === 39 || code === 45 || code === 64 || code === 95 || isDigitCode(code) || isLetterCode(code);

/** End of a word of one capital and small letters of ASCII, as most are; -1 for any other. */
const plainEnd = (text: string, at: number): number => {
  const first = text.charCodeAt(at);
  if (!(first >= 65 && first <= 90) || !isAsciiLower(text.charCodeAt(at + 1))) return -1;
  let end = at + 2;
  while (isAsciiLower(text.charCodeAt(end))) end += 1;
  return goesOn(text.charCodeAt(end)) ? -1 : end;
};

const particlesFrom = (text: string, at: number): number => {
  if (!isLowerCode(text.charCodeAt(at))) return at;
  const found = match(particle, text, at);
  if (found === undefined) return at;
  return found.trim().split(' ').every(isParticle) ? at + found.length : at;
};

/** The words of the row that starts with the capital letter at `at`, all on one line, with single blanks between. */
export const readNameWords = (text: string, at: number): NameWord[] => {
  const words: NameWord[] = [];
  let start = at;
  while (words.length < MAX_ROW_LENGTH) {
    const next = readWord(text, start, words.length > 0);
    if (next === undefined) break;
    words.push(next);
    const { end } = next;
    const blank = text[end] === ' ' ? end + 1 : next.initial ? end : -1;
    if (blank < 0) break;
    start = particlesFrom(text, blank);
  }
  if (words.length > 0) return words;
  return [{ start: at, end: endOfLetters(text, at), lower: '', initial: false, known: known('') }];
};

const readWord = (text: string, start: number, follows: boolean): NameWord | undefined => {
  const plain = plainEnd(text, start);
  if (plain > 0) return nameWord(start, text.slice(start, plain), false);
  const short = match(initial, text, start) ?? (follows ? match(bareInitial, text, start) : undefined);
  if (short !== undefined) return nameWord(start, short, true);
  const found = match(word, text, start)?.replace(possessive, '');
  return found === undefined ? undefined : nameWord(start, found, false);
};

const nameWord = (start: number, written: string, initial: boolean): NameWord => {
  const lower = (initial ? written.replace('.', '') : written).toLowerCase();
  return { start, end: start + written.length, lower, initial, known: known(lower) };
};

/** Ideographs are no part of the word before them: text is cut there. */
const letters = new RegExp(`(?:[^\\P{L}${IDEOGRAPHS}]|[\\d_])+`, 'uy');
const endOfLetters = (text: string, at: number): number => at + (match(letters, text, at)?.length ?? 1);
