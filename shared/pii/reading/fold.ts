import { characterOf, ESCAPE, hasEscapes } from './escapes.ts';

/**
 * Text without disguises: full-width forms, look-alike digits, dashes and spaces become the ASCII character they resemble;
 * invisible characters are removed. `origin[i]` is the offset in the raw text of folded code unit `i` (and of the
 * end, at `origin[length]`); it is absent when no offset moved. Every character is folded by itself, so that text folded
 * in pieces is the text folded whole; only a surrogate pair must not be cut.
 */
export type Folded = { text: string; origin: Int32Array | undefined };

const INVISIBLE =
  '\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF';
const SPACES = '\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000';
const BREAKS = '\u2028\u2029';
/** Also the dots that stand between groups of digits in the middle of the line: as full stops products would be addresses. */
const DASHES = '\u00B7\u02D7\u2010-\u2015\u2027\u2043\u2212\u2219\uFE58\uFE63';
const SLASHES = '\u2044\u2215';
const QUOTES = '\u2018\u2019';
/** The digit blocks of scripts that count in tens start at these code points: Arabic, Persian, the Indian ones, Thai, … */
const ZEROES = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0,
];
const DIGITS = ZEROES.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('');
/** Compatibility forms of single ASCII characters: one-dot leader, small @, circled letters, full-width. */
const FORMS = '\u2024\u24B6-\u24E9\uFE52\uFE6B\uFF01-\uFF5E';
/** High surrogates of the mathematical alphabets and of the tag characters. */
const PAIRS = '(?:\\uD835|\\uDB40)[\\uDC00-\\uDFFF]';

const SET = `${INVISIBLE}${SPACES}${BREAKS}${DASHES}${SLASHES}${QUOTES}${DIGITS}${FORMS}`;
const SINGLE = `[${SET}]`;
const disguised = new RegExp(`[${SET}\\uD835\\uDB40]`);
/** Asked first, as it is quick: no Latin, Greek or Cyrillic text without one of these has a disguise. */
const beyondLetters = /[\u034F\u00A0\u00AD\u00B7\u02D7\u0530-\uFFFF]/;
const disguises = new RegExp(`${PAIRS}|${SINGLE}`, 'g');
/** Escapes first: none of their characters is a disguise. */
const escapesAndDisguises = new RegExp(`${ESCAPE}|${PAIRS}|${SINGLE}`, 'g');

const CLASSES: ReadonlyArray<readonly [RegExp, string]> = [
  [new RegExp(`^(?:[${INVISIBLE}]|\\uDB40[\\uDC00-\\uDFFF])$`), ''],
  [new RegExp(`^[${SPACES}]$`), ' '],
  [new RegExp(`^[${BREAKS}]$`), '\n'],
  [new RegExp(`^[${DASHES}]$`), '-'],
  [new RegExp(`^[${SLASHES}]$`), '/'],
  [new RegExp(`^[${QUOTES}]$`), "'"],
];

const plainForm = (character: string): string => {
  for (const [pattern, plain] of CLASSES) if (pattern.test(character)) return plain;
  const code = character.charCodeAt(0);
  const zero = ZEROES.find((start) => code >= start && code < start + 10);
  if (zero !== undefined) return String(code - zero);
  return character.normalize('NFKC');
};

/** Bounded by the classes above: some 1,400 characters. */
const known = new Map<string, string>();

const plainOf = (character: string): string => {
  const seen = known.get(character);
  if (seen !== undefined) return seen;
  const plain = plainForm(character);
  known.set(character, plain);
  return plain;
};

const meantBy = (token: string): string => {
  const code = token.charCodeAt(0);
  return code === 92 || code === 37 || code === 38 ? characterOf(token).replace(disguises, plainOf) : plainOf(token);
};

type Plain = { tokens: RegExp; plain: (token: string) => string };

const SPELLED: Plain = { tokens: disguises, plain: plainOf };
const MEANT: Plain = { tokens: escapesAndDisguises, plain: meantBy };

const originsOf = (raw: string, length: number, { tokens, plain }: Plain): Int32Array => {
  const origin = new Int32Array(length + 1);
  let at = 0;
  let from = 0;
  for (const match of raw.matchAll(tokens)) {
    while (from < match.index) origin[at++] = from++;
    for (let unit = 0; unit < plain(match[0]).length; unit += 1) origin[at++] = from;
    from += match[0].length;
  }
  while (from <= raw.length) origin[at++] = from++;
  return origin;
};

/** `meant`: escapes are read as the characters they stand for. */
export const fold = (raw: string, meant = false): Folded => {
  if (!(beyondLetters.test(raw) && disguised.test(raw)) && !(meant && hasEscapes(raw)))
    return { text: raw, origin: undefined };
  const reading = meant ? MEANT : SPELLED;
  let moved = false;
  const text = raw.replace(reading.tokens, (token) => {
    const plain = reading.plain(token);
    if (plain.length !== token.length) moved = true;
    return plain;
  });
  return { text, origin: moved ? originsOf(raw, text.length, reading) : undefined };
};
