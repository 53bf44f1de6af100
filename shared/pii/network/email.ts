import { isLetterCode } from '../text/characters.ts';
import { before } from '../text/context.ts';
import { SCORE, type Sink } from '../types.ts';

/** RFC 5321 allows 64 octets before the @ and 255 behind it. */
const MAX_LOCAL_PART_LENGTH = 64;
/** Letters of writing with spaces: `zhang@example.com谢谢` ends before the ideographs. */
const LETTER = '[^\\P{L}\\u2E80-\\u9FFF\\uAC00-\\uD7AF\\uF900-\\uFAFF]';
const PLAIN = `(?:${LETTER}|\\p{N})`;
const LABEL = `${PLAIN}(?:(?:${PLAIN}|-){0,61}${PLAIN})?`;
const TOP = `(?:xn--[a-z0-9-]{2,59}|${LETTER}{2,24})`;
const END = `(?!${PLAIN}|_)`;
/** A dot between labels, also as `[.]`, `(dot)`, ` dot `. */
const DOT = '(?:\\.|[ \\t]?[\\[({][ \\t]?(?:\\.|dot|d0t|точка)[ \\t]?[\\])}][ \\t]?|[ \\t](?:dot|точка)[ \\t])';

const domain = new RegExp(`(?:${LABEL}\\.){1,8}${TOP}${END}`, 'uy');
const spelledDomain = new RegExp(`[ \\t]?(?:${LABEL}${DOT}){1,8}${TOP}${END}`, 'iuy');
const spelledAt = /[ \t]?(?:[[({<][ \t]?(?:at|@|собака|собачка|a)[ \t]?[\])}>]|@)/iy;
/** `logo@2x.png`: a file, not a mailbox. */
const file = /^\d+x\.|\.(?:png|jpe?g|gif|svg|webp|css|jsx?|tsx?|json|html?|pdf|mp4)$/i;

const isLocalCode = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  isLetterCode(code) ||
  code === 46 ||
  code === 95 ||
  code === 37 ||
  code === 43 ||
  code === 45 ||
  code === 39 ||
  code === 38 ||
  code === 35 ||
  code === 126;

/** Where the part before the @ starts, or -1. Quotes and dots around it are not of it. */
const localStart = (text: string, end: number): number => {
  let start = end;
  while (start > 0 && end - start < MAX_LOCAL_PART_LENGTH && isLocalCode(text.charCodeAt(start - 1))) start -= 1;
  while (start < end && /[.'%&#~+-]/.test(text[start]!)) start += 1;
  return start < end && /[\p{L}\p{N}_]/u.test(text[end - 1]!) ? start : -1;
};

const findDomain = (text: string, at: number, pattern: RegExp): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** An address around the @ at `at`. */
export const findEmail = (text: string, at: number, sink: Sink): void => {
  const spaced = text[at - 1] === ' ' || text[at + 1] === ' ';
  const start = localStart(text, text[at - 1] === ' ' ? at - 1 : at);
  if (start < 0 || /[:/]\/$/.test(before(text, start, 2))) return;
  const plain = spaced ? -1 : findDomain(text, at + 1, domain);
  const end = plain >= 0 ? plain : findDomain(text, at + 1, spelledDomain);
  if (end < 0) return;
  const host = text.slice(at + 1, end);
  if (file.test(host) || (text.slice(start, at) === 'git' && text[end] === ':')) return;
  sink('EMAIL', start, end, plain >= 0 ? SCORE.shape : SCORE.context);
};

/** `first (dot) ` in front of the last word of the part before the @. */
const spelledDots = /(?:[\p{L}\p{N}_+-]{1,30} ?[[({] ?(?:\.|dot|точка) ?[\])}] ?){1,3}$/iu;

/** `name (at) host (dot) com` around the bracket at `bracket`. */
export const findBracketedEmail = (text: string, bracket: number, sink: Sink): void => {
  spelledAt.lastIndex = bracket;
  if (!spelledAt.test(text)) return;
  const end = findDomain(text, spelledAt.lastIndex, spelledDomain);
  const local = localStart(text, text[bracket - 1] === ' ' ? bracket - 1 : bracket);
  if (local < 0 || end < 0) return;
  const start = local - (spelledDots.exec(before(text, local, 64))?.[0].length ?? 0);
  sink('EMAIL', start, end, SCORE.context);
};

const spokenLeft =
  /(?:[\p{L}\p{N}_-]{1,30}[ \t](?:dot|точка)[ \t]){0,2}[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}[ \t](?:at|собака|собачка)[ \t](?:[\p{L}\p{N}-]{1,63}[ \t](?:dot|точка)[ \t]){0,3}[\p{L}\p{N}-]{1,63}[ \t]$/iu;
const spokenRight =
  /(?:dot|точка)[ \t](?:[\p{L}\p{N}-]{1,63}[ \t](?:dot|точка)[ \t]){0,3}(\p{L}{2,12})(?![\p{L}\p{N}_])/iuy;

/** `name at host dot com` around the word `dot` at `dot`. */
export const findSpokenEmail = (text: string, dot: number, sink: Sink): void => {
  spokenRight.lastIndex = dot;
  if (!spokenRight.test(text)) return;
  const left = spokenLeft.exec(before(text, dot, 96));
  if (left !== null) sink('EMAIL', dot - left[0].length, spokenRight.lastIndex, SCORE.context);
};
