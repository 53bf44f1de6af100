import { isIdeographCode, isLowerCode } from './characters.ts';
import { isGlue } from './glue.ts';
import { isGivenName } from './names/dictionary.ts';
import { pemEnd } from './secrets/pem.ts';

/** Longest stretch without a cut, in code units of folded text; past it the text is cut by force. */
export const LONGEST_STRETCH = 32 * 1024;

const SPACE = 32;
const TAB = 9;
const NEWLINE = 10;
const QUOTE = 34;
const isBlank = (code: number): boolean => code === SPACE || code === TAB;
/** Punctuation that may close a word: , . ; : ! ? ) */
const closesWord = (code: number): boolean =>
  code === 44 || code === 46 || code === 59 || code === 58 || code === 33 || code === 63 || code === 41;

const LONGEST_WORD = 24;

const isNeutral = (word: string): boolean => !isGlue(word) && !isGivenName(word);

/** The neutral word that starts at `at` is complete and followed by something that is known. */
const neutralFrom = (text: string, at: number): boolean => {
  let end = at;
  while (end < text.length && end - at <= LONGEST_WORD && isLowerCode(text.charCodeAt(end))) end += 1;
  if (end === at || end === text.length || end - at > LONGEST_WORD) return false;
  return isNeutral(text.slice(at, end));
};

/** A neutral word, standing between blanks, ends at `end`. */
const neutralUpTo = (text: string, end: number): boolean => {
  let last = end;
  if (last > 0 && closesWord(text.charCodeAt(last - 1))) last -= 1;
  let start = last;
  while (start > 0 && last - start <= LONGEST_WORD && isLowerCode(text.charCodeAt(start - 1))) start -= 1;
  if (start === last || last - start > LONGEST_WORD || start === 0) return false;
  const ahead = text.charCodeAt(start - 1);
  if (!isBlank(ahead) && ahead !== NEWLINE) return false;
  return isNeutral(text.slice(start, last));
};

/**
 * True when no value reaches over `at`: after a line break, a straight quote or an ideograph, and between two lower-case
 * words of which neither can be part of a value. Keys in PEM run over lines; `lastCut` sees to them.
 */
export const isCut = (text: string, at: number): boolean => {
  const previous = text.charCodeAt(at - 1);
  if (previous === NEWLINE || previous === QUOTE || isIdeographCode(previous)) return true;
  if (!isBlank(previous) || !isLowerCode(text.charCodeAt(at)) || !neutralFrom(text, at)) return false;
  let end = at - 1;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return neutralUpTo(text, end);
};

/** Start of the private key that `at` would cut through, or -1. */
const pemAround = (text: string, from: number, at: number): number => {
  let start = text.indexOf('-----BEGIN', from);
  while (start >= 0 && start < at) {
    const end = pemEnd(text, start);
    if (end === undefined ? text.length - start < LONGEST_STRETCH / 2 && pemEnd(`${text}`, start, true) !== undefined : end > at) return start;
    start = text.indexOf('-----BEGIN', end ?? start + 1);
  }
  return -1;
};
