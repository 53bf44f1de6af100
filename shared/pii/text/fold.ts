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
const DASHES = '\u2010-\u2015\u2212\uFE58\uFE63';
const QUOTES = '\u2018\u2019';
const DIGITS = '\u0660-\u0669\u06F0-\u06F9\u0966-\u096F';
/** Compatibility forms of single ASCII characters: one-dot leader, small @, circled letters, full-width. */
const FORMS = '\u2024\u24B6-\u24E9\uFE52\uFE6B\uFF01-\uFF5E';
/** High surrogates of the mathematical alphabets and of the tag characters. */
const PAIRS = '(?:\\uD835|\\uDB40)[\\uDC00-\\uDFFF]';

const SINGLE = `[${INVISIBLE}${SPACES}${BREAKS}${DASHES}${QUOTES}${DIGITS}${FORMS}]`;
const disguised = new RegExp(`${SINGLE}|[\\uD835\\uDB40]`);
const disguises = new RegExp(`${PAIRS}|${SINGLE}`, 'g');

const CLASSES: ReadonlyArray<readonly [RegExp, string]> = [
  [new RegExp(`^(?:[${INVISIBLE}]|\\uDB40[\\uDC00-\\uDFFF])$`), ''],
  [new RegExp(`^[${SPACES}]$`), ' '],
  [new RegExp(`^[${BREAKS}]$`), '\n'],
  [new RegExp(`^[${DASHES}]$`), '-'],
  [new RegExp(`^[${QUOTES}]$`), "'"],
];

/** The digit blocks of Arabic, Persian and Devanagari start at these code points. */
const ZEROES = [0x660, 0x6f0, 0x966];

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

const originsOf = (raw: string, length: number): Int32Array => {
  const origin = new Int32Array(length + 1);
  let at = 0;
  let from = 0;
  for (const match of raw.matchAll(disguises)) {
    while (from < match.index) origin[at++] = from++;
    for (let unit = 0; unit < plainOf(match[0]).length; unit += 1) origin[at++] = from;
    from += match[0].length;
  }
  while (from <= raw.length) origin[at++] = from++;
  return origin;
};

export const fold = (raw: string): Folded => {
  if (!disguised.test(raw)) return { text: raw, origin: undefined };
  let moved = false;
  const text = raw.replace(disguises, (character) => {
    const plain = plainOf(character);
    if (plain.length !== character.length) moved = true;
    return plain;
  });
  return { text, origin: moved ? originsOf(raw, text.length) : undefined };
};
