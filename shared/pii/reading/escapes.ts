import type { PiiType } from '../types.ts';
import { entityCharacter } from './entities.ts';

/*
 * The ways in which JSON, source code, URLs and HTML write a character by others. Each token stands for one character; what
 * was escaped several times over (`\\u0040` in JSON within JSON, `%2540`, `&amp;#64;`) is one token too.
 */
const HEX = '[0-9a-fA-F]';
const HIGH_SURROGATE = `[dD][89abAB]${HEX}{2}`;
const LOW_SURROGATE = `[dD][c-fC-F]${HEX}{2}`;
const BACKSLASHES = '\\\\{1,8}';
/** `\u0040`, `\x40`, `\/`, `\"`, `\n`; also what Markdown escapes: `\_`, `\.`, `\+`. */
const BACKSLASHED = `${BACKSLASHES}(?:u${HIGH_SURROGATE}${BACKSLASHES}u${LOW_SURROGATE}|u${HEX}{4}|u\\{${HEX}{1,6}\\}|x${HEX}{2}|[nrtbf"'/_.+()#@-])`;

const PERCENT = '%(?:25){0,3}';
const NEXT_BYTE = `${PERCENT}[89abAB]${HEX}`;
/** `%40`, and the bytes of one character of UTF-8: `%D0%98`. */
const PERCENTED = `(?:${PERCENT}[0-7]${HEX}|${PERCENT}[cdCD]${HEX}${NEXT_BYTE}|${PERCENT}[eE]${HEX}(?:${NEXT_BYTE}){2}|${PERCENT}[fF][0-7](?:${NEXT_BYTE}){3})`;

/** `&#64;`, `&#x40;`, `&commat;`. */
const ENTITY = `&(?:amp;){0,3}(?:#\\d{1,7}|#[xX]${HEX}{1,6}|[A-Za-z]{2,8});`;

export const ESCAPE = `${BACKSLASHED}|${PERCENTED}|${ENTITY}`;
/** No token is longer. */
export const MAX_ESCAPE_LENGTH = 44;

const escapes = new RegExp(ESCAPE, 'g');
const first = new RegExp(ESCAPE);
const at = new RegExp(ESCAPE, 'y');

/** Asked of every text: most have none of the characters that begin a token. */
export const hasEscapes = (text: string): boolean =>
  (text.includes('\\') || text.includes('%') || text.includes('&')) && first.test(text);

/** The length of the token at `start`, 0 when none stands there. */
export const escapeLength = (text: string, start: number): number => {
  at.lastIndex = start;
  return at.test(text) ? at.lastIndex - start : 0;
};

/** The tokens of a text, as pairs of where they start and end. */
export const escapesIn = (text: string): Array<readonly [start: number, end: number]> =>
  Array.from(text.matchAll(escapes), (match) => [match.index, match.index + match[0].length] as const);

const CONTROLS: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: ' ', f: '\n' };

const fromCode = (code: number): string | undefined => (code <= 0x10ffff ? String.fromCodePoint(code) : undefined);

const backslashed = (token: string): string => {
  const name = token.replace(/^\\+/, '');
  if (name.length === 1) return CONTROLS[name] ?? name;
  const units = name.match(/[0-9a-fA-F]{2,6}(?=$|\}|\\)/g) ?? [];
  return String.fromCodePoint(...units.map((unit) => Math.min(Number.parseInt(unit, 16), 0x10ffff)));
};

const percented = (token: string): string => {
  try {
    return decodeURIComponent(token.replace(/%(?:25)+(?=[0-9a-fA-F]{2})/g, '%'));
  } catch {
    // Bytes that are not UTF-8 stand for nothing.
    return token;
  }
};

const entity = (token: string): string => {
  const name = token.replace(/^&(?:amp;)*/, '').slice(0, -1);
  if (name === '') return '&';
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return (name.startsWith('#') ? fromCode(code) : entityCharacter(name)) ?? token;
};

/** What a token stands for. */
export const characterOf = (token: string): string => {
  if (token.startsWith('\\')) return backslashed(token);
  return token.startsWith('%') ? percented(token) : entity(token);
};

/** Of keys and addresses with passwords the spelling is the value; everything else is what it means. */
const SPELLED: ReadonlySet<PiiType> = new Set(['KEY', 'JWT', 'PEM', 'URL_CREDENTIALS']);

export const isSpelled = (type: PiiType): boolean => SPELLED.has(type);

/** The value of a finding as it is written in a text, without the escapes it is written in. */
export const meaningOf = (type: PiiType, written: string): string =>
  isSpelled(type) || !/[\\%&]/.test(written) ? written : written.replace(escapes, characterOf);
