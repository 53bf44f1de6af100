import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { isLuhn } from './check-digits.ts';
import type { DigitGroups } from './groups.ts';

/** Issuer ranges by length: American Express 15, Diners Club 14, Visa, Mastercard, Mir, Discover, JCB, UnionPay 16-19. */
const ISSUERS: Record<number, RegExp> = {
  14: /^3(?:0[0-5]|[689])/,
  15: /^3[47]/,
  16: /^(?:4|5[0-9]|6[0-9]|2(?:2[0-9][0-9]|[3-6]|7[01]|720)|35|8[16]|9[0-9]{3}(?=0000))/,
  17: /^(?:5[06-8]|6)/,
  18: /^(?:5[06-8]|6|220[0-4])/,
  19: /^(?:4|5[06-8]|6|220[0-4])/,
};
/** Old Visa numbers look like bar codes: only with a word for it. */
const WITH_WORD: Record<number, RegExp> = { ...ISSUERS, 13: /^4/, 12: /^(?:50|5[6-8]|6)/ };

const word = /(?:card|visa|master|maestro|amex|credit|debit|\bpan\b|\bcc\b|карт[аыеуо]|мир\b|виза)[^\n]{0,28}$/iu;

/** The code from the card's back hangs on its number. */
const securityCode = /^[-/]\d{3,4}(?![\d./-])/;

const regular = (groups: DigitGroups, first: number, last: number): boolean => {
  if (first === last) return true;
  if (groups.shaped(first, [4, 4, 4, 4])) return last === first + 3 || (last === first + 4 && groups.size(last) <= 3);
  return last === first + 2 && (groups.shaped(first, [4, 6, 5]) || groups.shaped(first, [4, 6, 4]));
};

/** A payment card that starts with group `first`; answers the last group it takes, or -1. */
export const findCard = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  let digits = '';
  let found = -1;
  let named: boolean | undefined;
  for (let last = first; last < groups.count && last < first + 8; last += 1) {
    digits += groups.digits(last, last);
    if (digits.length > 19) break;
    if (digits.length < 12 || !isLuhn(digits)) continue;
    named ??= word.test(before(text, groups.start(first), 48));
    const issuer = (named ? WITH_WORD : ISSUERS)[digits.length];
    if (!issuer?.test(digits) || !(named || regular(groups, first, last))) continue;
    if (!groups.stands(first, last) || groups.separators(first, last).some((one) => !/^[ ./-]{1,3}$/.test(one)))
      continue;
    found = last;
  }
  if (found < 0) return -1;
  const end = groups.end(found);
  const code = securityCode.exec(text.slice(end, end + 6))?.[0].length ?? 0;
  sink('CARD', groups.start(first), end + code, SCORE.checksum);
  return code > 0 ? found + 1 : found;
};
