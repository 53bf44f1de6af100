import { isGivenName } from '../names/dictionary.ts';
import { mayBeInAddress } from '../network/mail-characters.ts';
import { MAX_KEY_LENGTH, PEM_MARK, pemEnd, pemIsOpen } from '../secrets/pem.ts';
import { isIdeographCode, isLowerCode } from './characters.ts';
import { escapesIn, MAX_ESCAPE_LENGTH } from './escapes.ts';
import { isGlue } from './glue.ts';

/** Longest stretch without a cut, in code units of folded text; past it the text is cut by force. */
export const MAX_SEGMENT_LENGTH = 32 * 1024;

const SPACE = 32;
const TAB = 9;
const NEWLINE = 10;
const QUOTE = 34;
const isBlank = (code: number): boolean => code === SPACE || code === TAB;
/** Punctuation that may close a word: , . ; : ! ? ) */
const closesWord = (code: number): boolean =>
  code === 44 || code === 46 || code === 59 || code === 58 || code === 33 || code === 63 || code === 41;

/** \\ % &: the next letter of the word may be written by one of them. */
const isEscapeCode = (code: number): boolean => code === 92 || code === 37 || code === 38;

const MAX_WORD_LENGTH = 24;

const isNeutral = (word: string): boolean => !isGlue(word) && !isGivenName(word);

/** The neutral word that starts at `at` is complete and followed by something that is known. */
const neutralFrom = (text: string, at: number): boolean => {
  let end = at;
  while (end < text.length && end - at <= MAX_WORD_LENGTH && isLowerCode(text.charCodeAt(end))) end += 1;
  if (end === at || end === text.length || end - at > MAX_WORD_LENGTH || isEscapeCode(text.charCodeAt(end)))
    return false;
  return isNeutral(text.slice(at, end));
};

/** A neutral word, standing between blanks, ends at `end`. */
const neutralUpTo = (text: string, end: number): boolean => {
  let last = end;
  if (last > 0 && closesWord(text.charCodeAt(last - 1))) last -= 1;
  let start = last;
  while (start > 0 && last - start <= MAX_WORD_LENGTH && isLowerCode(text.charCodeAt(start - 1))) start -= 1;
  if (start === last || last - start > MAX_WORD_LENGTH || start === 0) return false;
  const ahead = text.charCodeAt(start - 1);
  if (!isBlank(ahead) && ahead !== NEWLINE) return false;
  return isNeutral(text.slice(start, last));
};

/**
 * True when no value reaches across `at`: after a line break, a straight quote or an ideograph outside an address, and between
 * two lower-case words of which neither can be part of a value. Keys in PEM run over lines; `lastCut` sees to them.
 */
export const isCut = (text: string, at: number): boolean => {
  const previous = text.charCodeAt(at - 1);
  if (previous === NEWLINE || previous === QUOTE) return true;
  if (isIdeographCode(previous)) return !mayBeInAddress(text, at);
  if (!isBlank(previous) || !isLowerCode(text.charCodeAt(at)) || !neutralFrom(text, at)) return false;
  let end = at - 1;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return neutralUpTo(text, end);
};

type Key = { start: number; end: number };

/** The private keys that start in [`from`, `to`), of which an open one has no end yet. */
const keysIn = (text: string, from: number, to: number, complete: boolean): Key[] => {
  const keys: Key[] = [];
  const stretch = text.slice(from, to);
  for (let mark = stretch.indexOf(PEM_MARK); mark >= 0; mark = stretch.indexOf(PEM_MARK, mark + 1)) {
    const start = from + mark;
    const end = pemEnd(text, start);
    if (end === undefined) continue;
    keys.push({ start, end: !complete && pemIsOpen(text, start) ? Number.POSITIVE_INFINITY : end });
  }
  return keys;
};

/**
 * The last cut in (`floor`, `to`], or -1; `from` is where the text that matters starts. While the text is not `complete`,
 * what is still to come can add cuts to those this function knows, but not remove any.
 */
export const lastCut = (text: string, from: number, to: number, complete: boolean, floor = from): number => {
  const last = Math.min(to, text.length);
  const keys = keysIn(text, from, last, complete);
  let at = last;
  while (at > floor) {
    while (keys.length > 0 && keys.at(-1)!.start >= at) keys.pop();
    const across = keys.findLast(({ end }) => end > at);
    if (across !== undefined) at = across.start;
    else if (isCut(text, at)) return at;
    else at -= 1;
  }
  return -1;
};

const beginsPlaceholder = /<[A-Z0-9_]{0,51}$/;

/** `at`, or a little before it where it would fall into a placeholder that a user typed, an escape or a surrogate pair. */
const aroundWholes = (text: string, at: number): number => {
  const typed = beginsPlaceholder.exec(text.slice(at - 52, at));
  if (typed !== null) return at - typed[0].length;
  const window = Math.max(0, at - MAX_ESCAPE_LENGTH);
  const across = escapesIn(text.slice(window, at + MAX_ESCAPE_LENGTH)).find(([start, end]) => {
    return window + start < at && window + end > at;
  });
  if (across !== undefined) return window + across[0];
  const last = text.charCodeAt(at - 1);
  return last >= 0xd800 && last <= 0xdbff ? at - 1 : at;
};

/** Where complete text is cut by force: behind each stretch from `from` on in which no cut comes naturally. */
export const forcedCuts = (text: string, from: number): number[] => {
  const cuts: number[] = [];
  let start = from;
  while (text.length - start > MAX_SEGMENT_LENGTH) {
    const cut = lastCut(text, start, start + MAX_SEGMENT_LENGTH, true);
    start = cut > start ? cut : aroundWholes(text, start + MAX_SEGMENT_LENGTH);
    if (cut < 0) cuts.push(start);
  }
  return cuts;
};

/** Text of this length behind its last natural cut is cut by force, as no more text can change that any more. */
export const MAX_PENDING_LENGTH = MAX_SEGMENT_LENGTH + MAX_KEY_LENGTH + 2 * 64;

/** True when a cut lies inside the value, which would then be found or not depending on how the text was split. */
export const isCutThrough = (text: string, start: number, end: number): boolean => {
  for (let at = start + 1; at < end; at += 1) if (isCut(text, at)) return true;
  return false;
};
