import { known } from '../names/known-words.ts';
import { before, CONTEXT } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { endsWithStreet, STREET_ALONE } from './english.ts';
import { CODE, CODE_FIRST, COUNTRY, MILITARY, MILITARY_TOWN, NO_STREET, TOWN, UNIT, WORD } from './parts.ts';

/**
 * Addresses over several lines: the street is found by itself, and each line below it is a finding of its own, as no value
 * reaches over a line break. Whether lines above are of an address is read from the `CONTEXT` before the line alone.
 */
const LINE = `(?:${UNIT}(?:,? ${TOWN},? ${CODE})?|${MILITARY_TOWN}|(?:${TOWN},? {0,2})?${CODE}|${CODE_FIRST}|${STREET_ALONE}(?=[ \\t,]*(?:\\n|$))|${TOWN}(?:,? {1,2}|-)\\d{4,6}(?:-\\d{4})?(?![\\p{L}\\d_-])|(?:\\d{5}(?:-\\d{4})?|\\d{4} ?[A-Z]{2}|\\d{4}(?=[ \\t]*(?:\\n|$)))(?![\\p{L}\\d_.,:/-])|${COUNTRY})(?:,? {1,2}${COUNTRY})?`;
const line = new RegExp(LINE, 'uy');
const militaryTown = new RegExp(`^${MILITARY_TOWN}`, 'u');
const wholeLine = new RegExp(`^[ \\t,]*(?:${LINE}|${TOWN}),?[ \\t]*$`, 'u');
/** A town alone is a whole line, right below the street. */
const townAlone = new RegExp(`${TOWN}(?=[ \\t,]*(?:\\n|$))`, 'uy');
/** `Brookhollow 214`: the house behind a street that has no word for it. */
const houseLast = new RegExp(
  `(?:^[ \\t]*|[:,\\p{Ll}] )${NO_STREET}${WORD}(?: (?:${WORD}|\\p{Ll}{2,3}|[ld]'|utca|cesta|ulica)){0,4},? \\d{1,4}(?:[-/]\\d{1,4})? ?[A-Za-z]?[.,]?[ \\t]*$`,
  'u',
);
const frenchLast =
  /(?<!\d)\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|allée|chemin|impasse|quai|cours|route|avenida|travessa|calle|rua|via|viale|praça|alameda|plaza|estrada) [^\d\n]{2,40}$/iu;
const flatLast = /(?<![\p{L}\d_])(?:Flat|Apartment|Apt|Studio|Unit)\.? \d{1,4}[A-Za-z]?,?[ \t]*$/u;
const streetAlone = new RegExp(`^${STREET_ALONE}`, 'u');
const codeAlone = /^[ \t]*\d[\d -]{2,6}[A-Z]{0,2}[ \t]*$/;
/** Below it a line of capitalised words alone is the country, in whatever language. */
const townWithCode = new RegExp(`^[ \\t]*(?:${CODE_FIRST}|${TOWN},? {1,2}(?:${CODE}|\\d{4,6})),?[ \\t]*$`, 'u');
const postBoxLast = new RegExp(
  `(?:P\\. ?O\\. ?Box|PO Box|Post Office Box|Postfach) \\d{1,6},?[ \\t]*$|${MILITARY},?[ \\t]*$`,
  'u',
);
const MOST_LINES_BETWEEN = 3;

type Above = 'street' | 'part' | 'none';

/** A name and a number are a street only with a postal code below, the number of a flat only with a street or a code. */
const isStreetWith = (line: string, below: string): boolean =>
  (/\d{3}/.test(below) && (houseLast.test(line) || frenchLast.test(line) || flatLast.test(line))) ||
  (flatLast.test(line) && streetAlone.test(below.trim()));

const aboveOf = (text: string, at: number, own: string): Above => {
  const lines = before(text, at, CONTEXT).split('\n').slice(0, -1);
  let below = own;
  for (let index = lines.length - 1; index >= 0 && lines.length - index <= MOST_LINES_BETWEEN; index -= 1) {
    const one = lines[index]!;
    const isStreet = endsWithStreet(one) || postBoxLast.test(one) || isStreetWith(one, below);
    if (isStreet) return index === lines.length - 1 ? 'street' : 'part';
    if (!wholeLine.test(one)) return 'none';
    below = one;
  }
  return 'none';
};

const NEWLINE = 10;
const BLANKS = new Set([32, 9, 44]);

const lineStart = (text: string, at: number): number => {
  let start = at;
  while (at - start < 4 && BLANKS.has(text.charCodeAt(start - 1))) start -= 1;
  return text.charCodeAt(start - 1) === NEWLINE ? start : -1;
};

const speaksOfElse = (words: string): boolean =>
  words
    .split(/[ -]/)
    .some((word) => known(word.toLowerCase().replace('.', '')).never && !known(word.toLowerCase()).placePrefix);

/** A line below the street of an address, from its first letter or digit at `at`. */
export const findAddressLine = (text: string, at: number, sink: Sink): void => {
  const start = lineStart(text, at);
  if (start < 0) return;
  line.lastIndex = at;
  if (line.test(text)) {
    const end = line.lastIndex;
    const found = text.slice(at, end);
    if (militaryTown.test(found) || aboveOf(text, start, found) !== 'none') sink('ADDRESS', at, end, SCORE.context);
    return;
  }
  townAlone.lastIndex = at;
  const town = townAlone.exec(text)?.[0];
  if (town === undefined || speaksOfElse(town)) return;
  const above = aboveOf(text, start, town);
  const lineAbove = before(text, start - 1, CONTEXT)
    .split('\n')
    .at(-1)!;
  const isBelowCode = above === 'part' && codeAlone.test(lineAbove);
  const isBelowTown = above === 'part' && townWithCode.test(lineAbove);
  if (above === 'street' || isBelowCode || isBelowTown) sink('ADDRESS', at, at + town.length, SCORE.dictionary);
};
