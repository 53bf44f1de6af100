import { isDigitCode, isLetterCode } from '../reading/characters.ts';
import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { CODE, CODE_FIRST, COUNTRY, NO_STREET, TOWN, WORD } from './parts.ts';

const TAIL = `(?:,? {1,2}(?:${CODE_FIRST}|${TOWN},? {1,2}(?:${CODE}|\\d{4,6}(?![\\p{L}\\d_-]))))`;
const house = new RegExp(
  `${NO_STREET}${WORD}(?: ${WORD}){0,2},? \\d{1,4}(?:[-/]\\d{1,4})?(?: ?[A-Za-z])?(?![\\p{L}\\d_%°:/]|[.,]\\d)(${TAIL})?(?:,? {1,2}${COUNTRY})?`,
  'uy',
);
const cue =
  /(?<!\p{L})(?:address(?:es)?|liv(?:e|ed|es|ing)|located|deliver(?:y|ed|ies)?|ship(?:ped|ping)?|sen[dt]|forward(?:ed|ing)?|br(?:ing|ought)|post(?:ed)?|return(?:ed)?|mail(?:ed)?|drop(?:ped)?|home|settled|visit(?:ed|ing)?|letters?|invoices?|taxi|cab|ride|meet|met|moved?|moving|reside[sd]?|staying|parcels?|office|adresse|dirección|wohn\p{L}*)[^\n\d.]{0,16}(?:(?:at|in|to|on|is|en|à|am|im|nach) |: ?)$/iu;

const FURTHEST_HOUSE = 60;
const SPACE = 32;
const isInStreet = (code: number): boolean =>
  isLetterCode(code) || code === SPACE || code === 45 || code === 39 || code === 44 || code === 46;

/** A digit follows with nothing before it that no street has: asked first, as it is quick. */
const hasHouse = (text: string, at: number): boolean => {
  let next = at + 1;
  while (next - at < FURTHEST_HOUSE && isInStreet(text.charCodeAt(next))) next += 1;
  return isDigitCode(text.charCodeAt(next)) && text.charCodeAt(next - 1) === SPACE;
};

const flat = /(?:Flat|Apartment|Apt|Studio|Unit)\.? \d{1,4}[A-Za-z]?(?![\p{L}\d_])/uy;

/** `Brookhollow 214`: the house behind a street that has no word for it; only behind a word for addresses or before town and code. */
export const findHouseLast = (text: string, at: number, sink: Sink): void => {
  if (!hasHouse(text, at)) return;
  flat.lastIndex = at;
  if (flat.test(text) && cue.test(before(text, at, 48))) sink('ADDRESS', at, flat.lastIndex, SCORE.dictionary);
  house.lastIndex = at;
  const found = house.exec(text);
  if (found === null) return;
  if (found[1] === undefined && !cue.test(before(text, at, 48))) return;
  if (found[1] !== undefined && isYear(found[1]) && !cue.test(before(text, at, 48))) return;
  sink('ADDRESS', at, house.lastIndex, SCORE.context);
};

const isYear = (tail: string): boolean => /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(tail);
