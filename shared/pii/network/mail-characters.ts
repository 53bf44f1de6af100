import { isDigitCode, isIdeographLetter, isLetterCode, isMarkCode } from '../reading/characters.ts';

/** RFC 5321 allows 64 octets before the @ and 255 behind it. */
export const MAX_LOCAL_PART_LENGTH = 64;
/** Of a domain with ideographs in it. */
export const MAX_WIDE_DOMAIN_LENGTH = 90;

const AT = 64;
const LOCAL_MARKS = new Set([...".-_%+'&#~"].map((mark) => mark.charCodeAt(0)));
const DOT = 46;
const HYPHEN = 45;

/** What the part of an address before the @ is made of, in writing with spaces. */
export const isLocalCode = (code: number): boolean =>
  isDigitCode(code) || isLetterCode(code) || LOCAL_MARKS.has(code) || isMarkCode(code);

export const isWideLocalCode = (code: number): boolean => isLocalCode(code) || isIdeographLetter(code);

const isDomainCode = (code: number): boolean =>
  code === DOT ||
  code === HYPHEN ||
  isDigitCode(code) ||
  isLetterCode(code) ||
  isIdeographLetter(code) ||
  isMarkCode(code);

/** An @, or what begins an escape that may stand for one: % & and the backslash. */
const mayBeAt = (code: number): boolean => code === AT || code === 37 || code === 38 || code === 92;

/** `&#64;` ends with a semicolon. */
const isEscaped = (text: string, end: number): boolean =>
  text[end - 1] === ';' && /&#?\w{1,8};$/.test(text.slice(Math.max(0, end - 12), end));

/**
 * True when an address of mail may reach over `at`, behind an ideograph: an @ follows, or text that has not come yet, or
 * one stands before. Without spaces nothing else tells where a word ends.
 */
export const mayBeInAddress = (text: string, at: number): boolean => {
  if (!isIdeographLetter(text.charCodeAt(at - 1))) return false;
  let end = at;
  while (end < text.length && end - at < MAX_LOCAL_PART_LENGTH && isWideLocalCode(text.charCodeAt(end))) {
    if (mayBeAt(text.charCodeAt(end))) return true;
    end += 1;
  }
  if (end === text.length || mayBeAt(text.charCodeAt(end))) return true;
  let start = at;
  while (start > 0 && at - start < MAX_WIDE_DOMAIN_LENGTH && isDomainCode(text.charCodeAt(start - 1))) start -= 1;
  return start > 0 && (mayBeAt(text.charCodeAt(start - 1)) || isEscaped(text, start));
};
