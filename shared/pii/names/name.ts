import { SCORE, type Sink } from '../types.ts';
import { CUE, cuesBefore } from './cues.ts';
import { isPlainGivenName } from './dictionary.ts';
import { known } from './known-words.ts';
import { type NameWord, readNameWords } from './row.ts';

type Row = { words: NameWord[]; given: number; patronymic: boolean; initials: number; surname: boolean };

const judge = (words: NameWord[]): Row => {
  const row: Row = { words, given: 0, patronymic: false, initials: 0, surname: false };
  for (const word of words) {
    const { given, patronymic, surname, placeFirst } = word.known;
    row.patronymic ||= patronymic && !given;
    if (word.initial) row.initials += 1;
    else if (given) row.given += 1;
    row.surname ||= !word.initial && surname && !placeFirst;
  }
  return row;
};

/** How sure the row of words is a name by itself; 0 when it is not. */
const ownScore = ({ words, given, patronymic, initials, surname }: Row): number => {
  const full = words.length - initials;
  const first = words[0]!;
  if (first.known.placePrefix && !patronymic) return 0;
  if (patronymic && words.length >= 2) return SCORE.shape;
  const firstGiven = !first.initial && first.known.given;
  if (given > 0 && full >= 2) {
    if (!surname && words.every((word) => word.known.ambiguous)) return 0;
    if (firstGiven && first.known.placeFirst && !surname && given < 2) return 0;
    return firstGiven || surname || given === full ? SCORE.context : SCORE.dictionary;
  }
  if (initials > 0 && full === 1 && (surname || initials >= 2)) return SCORE.context;
  if (initials > 0 && full >= 1 && given > 0) return SCORE.context;
  if (full >= 2 && surname && !first.known.cyrillic && isLatinSurname(words.at(-1)!)) return SCORE.guess;
  if (full === 1 && given === 1 && initials === 0 && !first.known.ambiguous) return SCORE.dictionary;
  if (words.length === 1 && first.known.plainSurname) return SCORE.guess;
  return 0;
};

const isLatinSurname = (word: NameWord): boolean => word.known.surname && !word.known.cyrillic;

/** How sure the row is a name by what stands before it. `cut`: other words were cut off from it. */
const contextScore = (row: Row, cues: number, cut: boolean): number => {
  if (cues === 0 || row.words.length === row.initials) return 0;
  const isKnown = row.given > 0 || row.patronymic || row.surname;
  if ((cues & CUE.title) !== 0) return cut && !isKnown ? 0 : SCORE.context;
  if ((cues & CUE.sure) !== 0) return isKnown || (row.words.length > 1 && !cut) ? SCORE.context : 0;
  const first = row.words[0]!.known;
  const ambiguous = row.words.length === 1 && first.ambiguous;
  if (row.given > 0 && !(ambiguous && first.placeFirst) && (cues & CUE.personal) !== 0) return SCORE.dictionary;
  if (ambiguous || first.placePrefix || (cues & CUE.likely) === 0) return 0;
  if (row.given > 0 || row.patronymic) return SCORE.dictionary;
  return row.surname && row.words.length > 1 ? SCORE.dictionary : 0;
};

const AMPERSAND = 38;
const BLANK = 32;

/** `Johnson & Johnson` is a firm, `LOT 5` shouts. */
const standsForElse = (text: string, words: NameWord[]): boolean => {
  if (words.length > 1) return false;
  const { start, end } = words[0]!;
  const left = text.charCodeAt(start - 1) === BLANK ? start - 2 : start - 1;
  const right = text.charCodeAt(end) === BLANK ? end + 1 : end;
  if (text.charCodeAt(left) === AMPERSAND || text.charCodeAt(right) === AMPERSAND) return true;
  const written = text.slice(start, end);
  return written.length > 1 && written === written.toUpperCase();
};

const NAMED_AFTER =
  /^(?:'s|’s)? (?:laws?|theorems?|algorithms?|effects?|diseases?|syndrome|tests?|distributions?|transforms?|equations?|constants?|numbers?|series|coefficients?|hypothesis|scale|principle|paradox|razor|cipher|matrix|filters?|trees?|maps?)(?!\p{L})/u;
const LONGEST_NAMED_AFTER = 20;

/** `Dijkstra algorithm`: a thing, not a person, if nothing but one family name vouches for it. */
const isNamedAfter = (text: string, { words }: Row): boolean => {
  const { end, known: only } = words[0]!;
  return words.length === 1 && !only.given && NAMED_AFTER.test(text.slice(end, end + LONGEST_NAMED_AFTER));
};

const COMMA = 44;
const inverted = /, (\p{Lu}\p{Ll}+)(?![\p{L}\d_@])/uy;

/** End of `Smith, John`, or -1. */
const invertedEnd = (text: string, words: NameWord[]): number => {
  const { end, known: family } = words[0]!;
  if (words.length > 1 || text.charCodeAt(end) !== COMMA || !family.surname || family.placeFirst) return -1;
  inverted.lastIndex = end;
  const written = inverted.exec(text)?.[1];
  if (written === undefined) return -1;
  const given = known(written.toLowerCase());
  return given.given && !given.placeFirst ? inverted.lastIndex : -1;
};

/** The longest part of the row that is a name: words of other things at its ends fall away. */
const trim = (words: NameWord[]): NameWord[] => {
  let first = 0;
  let last = words.length;
  while (first < last && words[first]!.known.never && !words[first]!.initial) first += 1;
  for (let index = first; index < last; index += 1) {
    const word = words[index]!;
    if (!word.initial && word.known.never) last = index;
  }
  return first === 0 && last === words.length ? words : words.slice(first, last);
};

const RENAMING = new Set(
  `street st avenue ave road rd lane drive boulevard square park bridge university college school institute hospital foundation
  museum airport station hotel prize award theorem law effect syndrome disease algorithm act cup island islands river lake bay
  county city inc ltd llc corp gmbh company group bank day center centre house hall building tower church`.split(/\s+/),
);

/** A word behind it turns the name into something else: `Stanford University`, `Wilson Street`. */
const renames = (words: NameWord[], kept: NameWord[]): boolean => {
  if (kept.length === words.length) return false;
  const next = words[words.indexOf(kept.at(-1)!) + 1];
  return next !== undefined && RENAMING.has(next.lower);
};

const shrink = (words: NameWord[]): NameWord[] => {
  const first = words[0]!;
  if (words.length < 3 || first.initial || first.known.surname) return words;
  const givenAt = words.findIndex((word) => !word.initial && word.known.given && !word.known.ambiguous);
  return givenAt > 1 ? words.slice(givenAt) : words;
};

/** A person's name whose first capital letter stands at `at`; answers where to go on. */
export const findName = (text: string, at: number, sink: Sink): number => {
  const all = readNameWords(text, at);
  const trimmed = trim(all);
  const end = all.at(-1)!.end;
  if (trimmed.length === 0) return all.length > 1 ? all[0]!.end : end;
  const start = trimmed[0]!.start;
  let cues = cuesBefore(text, start);
  if ((cues & CUE.street) !== 0 || renames(all, trimmed)) return end;
  const words = shrink(trimmed);
  const first = words[0]!.start;
  const last = words.at(-1)!.end;
  if (first !== start) cues = cuesBefore(text, first);
  const row = judge(words);
  const turned = invertedEnd(text, words);
  if (turned > 0) {
    sink('NAME', first, turned, SCORE.dictionary);
    return turned;
  }
  const own = standsForElse(text, words) || isNamedAfter(text, row) ? 0 : ownScore(row);
  const score = Math.max(own, contextScore(row, cues, trimmed.length < all.length));
  if (score === 0) return words.length > 1 && !words[0]!.known.placePrefix ? words[0]!.end : last;
  sink('NAME', first, last, score);
  return last;
};

const lowerCase = /(\p{Ll}[\p{Ll}'-]{1,20})(?: (\p{Ll}[\p{Ll}'-]{2,20}))?(?![\p{L}\d_])/uy;

/** A name in lower case right behind `my name is` or, where it is no word of English, behind `ask`. */
export const findLowerCaseName = (text: string, at: number, introduced: boolean, sink: Sink): void => {
  lowerCase.lastIndex = at;
  const [, first, second] = lowerCase.exec(text) ?? [];
  if (first === undefined || !known(first).given) return;
  if (!introduced && (known(first).never || known(first).placeFirst || !isPlainGivenName(first))) return;
  const both = second !== undefined && (introduced ? known(second).surname : known(second).plainSurname);
  sink('NAME', at, at + first.length + (both ? 1 + second.length : 0), SCORE.dictionary);
};
