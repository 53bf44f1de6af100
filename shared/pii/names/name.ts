import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { isAmbiguousName, isGivenName, isSurname } from './dictionary.ts';
import { type NameWord, readNameWords } from './row.ts';
import { isPatronymic, isRussianSurname } from './russian.ts';
import {
  isNeverName,
  isPlaceFirst,
  isPlacePrefix,
  LIKELY_CONTEXT,
  PERSONAL_CONTEXT,
  STREET_CONTEXT,
  SURE_CONTEXT,
  TITLE,
} from './words.ts';

const CYRILLIC = /[а-яё]/;

type Row = { words: NameWord[]; given: number; patronymic: boolean; initials: number; surname: boolean };

const surnameLike = (lower: string): boolean => (CYRILLIC.test(lower) ? isRussianSurname(lower) : isSurname(lower));

const judge = (words: NameWord[]): Row => ({
  words,
  given: words.filter((word) => !word.initial && isGivenName(word.lower)).length,
  patronymic: words.some((word) => isPatronymic(word.lower) && !isGivenName(word.lower)),
  initials: words.filter((word) => word.initial).length,
  surname: words.some((word) => !word.initial && surnameLike(word.lower) && !isPlaceFirst(word.lower)),
});

/** How sure the row of words is a name by itself; 0 when it is not. */
const ownScore = ({ words, given, patronymic, initials, surname }: Row): number => {
  const full = words.length - initials;
  if (isPlacePrefix(words[0]!.lower) && !patronymic) return 0;
  if (patronymic && words.length >= 2) return SCORE.shape;
  const firstGiven = !words[0]!.initial && isGivenName(words[0]!.lower);
  if (given > 0 && full >= 2) {
    if (words.every((word) => isAmbiguousName(word.lower)) && !surname) return 0;
    if (firstGiven && isPlaceFirst(words[0]!.lower) && !surname && given < 2) return 0;
    return firstGiven || surname || given === full ? SCORE.context : SCORE.dictionary;
  }
  if (initials > 0 && full === 1 && (surname || initials >= 2)) return SCORE.context;
  if (initials > 0 && full >= 1 && given > 0) return SCORE.context;
  if (full >= 2 && surname && !CYRILLIC.test(words[0]!.lower) && isSurname(words.at(-1)!.lower)) return SCORE.guess;
  if (full === 1 && given === 1 && initials === 0 && !isAmbiguousName(words[0]!.lower)) return SCORE.dictionary;
  return 0;
};

const contextScore = (row: Row, text: string, start: number, cut: boolean): number => {
  const left = before(text, start, 64);
  const known = row.given > 0 || row.patronymic || row.surname;
  if (row.words.length === row.initials) return 0;
  if (TITLE.test(left)) return cut && !known ? 0 : SCORE.context;
  if (SURE_CONTEXT.test(left)) return known || (row.words.length > 1 && !cut) ? SCORE.context : 0;
  const ambiguous = row.words.length === 1 && isAmbiguousName(row.words[0]!.lower);
  if (row.given > 0 && !(ambiguous && isPlaceFirst(row.words[0]!.lower)) && PERSONAL_CONTEXT.test(left))
    return SCORE.dictionary;
  if (ambiguous || isPlacePrefix(row.words[0]!.lower) || !LIKELY_CONTEXT.test(left)) return 0;
  if (row.given > 0 || row.patronymic) return SCORE.dictionary;
  return row.surname && row.words.length > 1 ? SCORE.dictionary : 0;
};

/** `Johnson & Johnson` is a firm, `LOT 5` shouts. */
const standsForElse = (text: string, words: NameWord[]): boolean => {
  if (words.length > 1) return false;
  const { start, end } = words[0]!;
  const written = text.slice(start, end);
  return (
    /& ?$/.test(before(text, start, 2)) ||
    /^ ?&/.test(text.slice(end, end + 2)) ||
    (written.length > 1 && written === written.toUpperCase())
  );
};

const inverted = /, (\p{Lu}\p{Ll}+)(?![\p{L}\d_@])/uy;

/** End of `Smith, John`, or -1. */
const invertedEnd = (text: string, words: NameWord[]): number => {
  if (words.length > 1 || !surnameLike(words[0]!.lower)) return -1;
  inverted.lastIndex = words[0]!.end;
  const given = inverted.exec(text)?.[1]?.toLowerCase();
  return given !== undefined && isGivenName(given) && !isPlaceFirst(given) && !isPlaceFirst(words[0]!.lower)
    ? inverted.lastIndex
    : -1;
};

/** The longest part of the row that is a name: words of other things at its ends fall away. */
const trim = (words: NameWord[]): NameWord[] => {
  let first = 0;
  let last = words.length;
  while (first < last && isNeverName(words[first]!.lower) && !words[first]!.initial) first += 1;
  for (let index = first; index < last; index += 1) {
    const { lower, initial } = words[index]!;
    if (!initial && isNeverName(lower)) last = index;
  }
  return words.slice(first, last);
};

/** A word that turns the name before it into something else: `Stanford University`, `Wilson Street`. */
const renames = (words: NameWord[], kept: NameWord[]): boolean => {
  const next = words[words.indexOf(kept.at(-1)!) + 1];
  return (
    next !== undefined &&
    /^(?:street|st|avenue|ave|road|rd|lane|drive|boulevard|square|park|bridge|university|college|school|institute|hospital|foundation|museum|airport|station|hotel|prize|award|theorem|law|effect|syndrome|disease|algorithm|act|cup|island|islands|river|lake|bay|county|city|inc|ltd|llc|corp|gmbh|company|group|bank|day|center|centre|house|hall|building|tower|church)$/.test(
      next.lower,
    )
  );
};

const shrink = (words: NameWord[]): NameWord[] => {
  const givenAt = words.findIndex((word) => !word.initial && isGivenName(word.lower) && !isAmbiguousName(word.lower));
  return givenAt > 1 && !words[0]!.initial && !surnameLike(words[0]!.lower) ? words.slice(givenAt) : words;
};

/** A person's name whose first capital letter stands at `at`; answers where to go on. */
export const findName = (text: string, at: number, sink: Sink): number => {
  const all = readNameWords(text, at);
  const trimmed = trim(all);
  const end = all.at(-1)!.end;
  if (trimmed.length === 0) return all.length > 1 ? all[0]!.end : end;
  if (STREET_CONTEXT.test(before(text, trimmed[0]!.start, 24)) || renames(all, trimmed)) return end;
  const words = shrink(trimmed);
  const first = words[0]!.start;
  const last = words.at(-1)!.end;
  const row = judge(words);
  const turned = invertedEnd(text, words);
  if (turned > 0) {
    sink('NAME', first, turned, SCORE.dictionary);
    return turned;
  }
  const own = standsForElse(text, words) ? 0 : ownScore(row);
  const score = Math.max(own, contextScore(row, text, first, trimmed.length < all.length));
  if (score === 0) return words.length > 1 && !isPlacePrefix(words[0]!.lower) ? words[0]!.end : last;
  sink('NAME', first, last, score);
  return last;
};

const lowerCase = /(\p{Ll}[\p{Ll}'-]{1,20})(?: (\p{Ll}[\p{Ll}'-]{2,20}))?(?![\p{L}\d_])/uy;

/** A name in lower case right behind `my name is`. */
export const findLowerCaseName = (text: string, at: number, sink: Sink): void => {
  lowerCase.lastIndex = at;
  const [, first, second] = lowerCase.exec(text) ?? [];
  if (first === undefined || !isGivenName(first)) return;
  const both = second !== undefined && surnameLike(second);
  sink('NAME', at, at + first.length + (both ? 1 + second.length : 0), SCORE.dictionary);
};
