import { isIdeographLetter } from '../reading/characters.ts';
import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { BEFORE_ADDRESS, IDEOGRAPH_DOMAINS, IDEOGRAPHS } from './ideographs.ts';
import { isLocalCode, isWideLocalCode, MAX_LOCAL_PART_LENGTH, MAX_WIDE_DOMAIN_LENGTH } from './mail-characters.ts';

/** Letters of writing with spaces: `zhang@example.com谢谢` ends before the ideographs. */
const LETTER = `(?:[^\\P{L}${IDEOGRAPHS}]\\p{M}{0,3})`;
const PLAIN = `(?:${LETTER}|\\p{N})`;
const LABEL = `${PLAIN}(?:(?:${PLAIN}|-){0,61}${PLAIN})?`;
const TOP = `(?:xn--[a-z0-9-]{2,59}|${LETTER}{2,24})`;
const END = `(?!${PLAIN}|_)`;
/** A dot between labels, also as `[.]`, `(dot)`, ` dot `. */
const DOT = '(?:\\.|[ \\t]?[\\[({][ \\t]?(?:\\.|dot|d0t|точка)[ \\t]?[\\])}][ \\t]?|[ \\t](?:dot|точка)[ \\t])';

const WIDE_LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?';
const KNOWN_TOP = `(?:${IDEOGRAPH_DOMAINS.join('|')})`;
/** A domain with ideographs in it; the last label ends where a known one does, as the text may go on without a space. */
const wideDomain = new RegExp(
  `(?:${WIDE_LABEL}[.｡]){1,8}(?:${KNOWN_TOP}|${TOP}${END}|[${IDEOGRAPHS}]{2,8}(?![\\p{L}\\p{N}]))`,
  'uy',
);
const knownTop = new RegExp(`\\.(?:${WIDE_LABEL}\\.){0,4}${KNOWN_TOP}`, 'uy');

const domain = new RegExp(`(?:${LABEL}\\.){1,8}${TOP}${END}`, 'uy');
const spelledDomain = new RegExp(`[ \\t]?(?:${LABEL}${DOT}){1,8}${TOP}${END}`, 'iuy');
const spelledAt = /[ \t]?(?:[[({<][ \t]?(?:at|@|собака|собачка|a)[ \t]?[\])}>]|@)/iy;
/** `logo@2x.png`: a file, not a mailbox. */
const file = /^\d+x\.|\.(?:png|jpe?g|gif|svg|webp|css|jsx?|tsx?|json|html?|pdf|mp4)$/i;

/** Where the part before the @ starts, or -1. Quotes and dots around it are not of it. */
const localStart = (text: string, end: number): number => {
  let start = end;
  while (start > 0 && end - start < MAX_LOCAL_PART_LENGTH && isLocalCode(text.charCodeAt(start - 1))) start -= 1;
  while (start < end && /[.'%&#~+-]/.test(text[start]!)) start += 1;
  return start < end && /[\p{L}\p{M}\p{N}_]/u.test(text[end - 1]!) ? start : -1;
};

/** Where the part before the @ starts that ends with an ideograph: behind a word that speaks of addresses, else with the row. */
const wideLocalStart = (text: string, end: number): number => {
  let start = end;
  while (start > 0 && end - start < MAX_LOCAL_PART_LENGTH && isWideLocalCode(text.charCodeAt(start - 1))) start -= 1;
  const word = [...text.slice(start, end - 1).matchAll(BEFORE_ADDRESS)].at(-1);
  return word === undefined ? start : start + word.index + word[0].length;
};

const domainEnd = (text: string, at: number): number => {
  const plain = findDomain(text, at, domain);
  if (plain < 0)
    return hasIdeograph.test(text.slice(at, at + MAX_WIDE_DOMAIN_LENGTH)) ? findDomain(text, at, wideDomain) : -1;
  const wide = text[plain] === '.' ? findDomain(text, plain, knownTop) : -1;
  return wide < 0 ? plain : wide;
};

const hasIdeograph = new RegExp(`^[^\\s@]*[${IDEOGRAPHS}]`, 'u');

const findDomain = (text: string, at: number, pattern: RegExp): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** An address around the @ at `at`. */
export const findEmail = (text: string, at: number, sink: Sink): void => {
  const spaced = text[at - 1] === ' ' || text[at + 1] === ' ';
  const localEnd = text[at - 1] === ' ' ? at - 1 : at;
  const isWide = isIdeographLetter(text.charCodeAt(localEnd - 1));
  const start = isWide ? wideLocalStart(text, localEnd) : localStart(text, localEnd);
  if (start < 0 || /[:/]\/$/.test(before(text, start, 2))) return;
  const plain = spaced ? -1 : domainEnd(text, at + 1);
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
