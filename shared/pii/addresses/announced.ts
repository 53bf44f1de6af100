import { known } from '../names/known-words.ts';
import { before, CONTEXT } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { CODE, CODE_FIRST, NO_STREET, TOWN } from './parts.ts';

const WORD = "\\p{Lu}[\\p{Script=Latin}'.-]*";
const END = '(?=[ \\t,]*(?:\\n|$))';

/** `Ship to:` or `Home address`, alone on the line above, or with one more line, such as a name, between. */
const announcing =
  /(?:^|\n)[^\n]{0,24}(?<!\p{L})(?:address|addresses|addr\.?|ship(?:ping)?|deliver(?:y| to)|bill(?:ing)?|mail(?:ing)?|residence|return to|send to|adresse|anschrift|lieferung an|livraison|domicile|\p{L}{2,14}adresse|dirección|domicilio|envío|indirizzo|endereço|morada|adres|adresa|cím|osoite)(?!\p{L})(?:[^\n\d]{0,24}:)?[ \t]*\n(?:\p{Lu}[^\n\d]{1,40}\n)?[ \t]*$/iu;

/** A whole line of a house and a street, in either order, without a word for streets. */
const line = new RegExp(
  `${NO_STREET}(?:(?:\\p{L}[\\p{Script=Latin}'’.-]*[ ]){1,5}\\d{1,5}(?: ?[A-Za-z]| bis| ter)?(?:[/-]\\d{1,4})?|(?:\\p{L}[\\p{Script=Latin}'’.-]*[ ]){0,4}\\p{L}[\\p{Script=Latin}'’.-]*, \\d{1,5}|\\d{1,6}(?: ?[A-Za-z]| bis| ter)?,? (?:\\p{L}[\\p{Script=Latin}'’.-]*[ ]?){1,5})${END}`,
  'uy',
);
const cue =
  /(?<!\p{L})(?:address(?: is)?|live[sd]? at|living at|moved to|delivered? to|ship(?:ped)? to|sent? (?:\p{L}{2,7} )?to|met at|meet at|stay(?:s|ed|ing)? at|reside[sd]? at|habite au|située? au|parcel to) $/iu;
/** `4864 Marginal Janaína, 88257-867 Reis do Norte`: only with its town and code. */
const numberFirst = new RegExp(
  `\\d{1,6}[A-Za-z]?,? ${WORD}(?: ${WORD}){0,3}, (?:${CODE_FIRST}|${TOWN},? (?:${CODE}|\\d{4,6}(?![\\p{L}\\d_-])))`,
  'uy',
);

/** `Invoice 4711`, `Monday 12`. */
const speaksOfElse = (line: string): boolean => {
  const word = /\p{L}+/u.exec(line)?.[0].toLowerCase() ?? '';
  return known(word).never && !STREET_FIRST.has(word);
};
/** `Am Rebenhang 92c`, `Old Mill 3`: streets begin with these as well. */
const STREET_FIRST = new Set(
  'am in an im the old new north south east west great st saint la le los las el'.split(' '),
);

/** An address that its form does not tell, from the first letter or digit of it at `at`, by what announces it. */
export const findAnnouncedAddress = (text: string, at: number, sink: Sink): void => {
  const left = before(text, at, CONTEXT);
  const isFirst = /\n[ \t]*$/.test(left);
  const pattern = isFirst ? line : numberFirst;
  pattern.lastIndex = at;
  if (!pattern.test(text) || !(isFirst ? announcing : cue).test(left)) return;
  const found = text.slice(at, pattern.lastIndex);
  if (isFirst && (!/\p{Lu}/u.test(found) || speaksOfElse(found))) return;
  sink('ADDRESS', at, pattern.lastIndex, SCORE.dictionary);
};
