import { before, numbersSomethingElse } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { isLuhn } from './check-digits.ts';
import type { DigitGroups } from './groups.ts';

/** Issuer ranges by length: American Express 15, Diners Club 14, Visa, Mastercard, Mir, Discover, JCB, UnionPay 16-19. */
const ISSUERS: Record<number, RegExp> = {
  14: /^3(?:0[0-5]|[689])/,
  15: /^(?:3[47]|1800|2131)/,
  16: /^(?:4|5[0-9]|6[0-9]|2(?:2[0-9][0-9]|[3-6]|7[01]|720)|35|8[16]|9[0-9]{3}(?=0000))/,
  17: /^(?:5[06-8]|6)/,
  18: /^(?:5[06-8]|6|220[0-4])/,
  19: /^(?:4|5[06-8]|6|220[0-4])/,
};
/** Behind a word for it any length of ISO/IEC 7812 counts, also where a number looks like a bar code. */
const word =
  /(?:card|visa|master|maestro|amex|jcb|diners|credit|debit|\bpan\b|\bcc\b|kart[ea]|carte|tarjeta|cartão|карт[аыеуо]|мир\b|виза)[^\n]{0,40}$/iu;
const allSame = /^(\d)\1*$/;

/** The code from the card's back hangs on its number. */
const securityCode = /^[-/]\d{3,4}(?![\d./-])/;

const regular = (groups: DigitGroups, first: number, last: number): boolean => {
  if (first === last) return true;
  if (groups.shaped(first, [4, 4, 4, 4])) return last === first + 3 || (last === first + 4 && groups.size(last) <= 3);
  return last === first + 2 && (groups.shaped(first, [4, 6, 5]) || groups.shaped(first, [4, 6, 4]));
};

const isNamed = (text: string, start: number): boolean =>
  word.test(before(text, start, 60)) && !numbersSomethingElse(text, start);

/** A payment card that starts with group `first`; answers the last group it takes, or -1. */
export const findCard = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  let digits = '';
  let found = -1;
  let named: boolean | undefined;
  for (let last = first; last < groups.count && last < first + 8; last += 1) {
    digits += groups.digits(last, last);
    if (digits.length > 19) break;
    if (digits.length < 12 || !isLuhn(digits)) continue;
    named ??= isNamed(text, groups.start(first));
    if (!(named ? !allSame.test(digits) : ISSUERS[digits.length]?.test(digits) && regular(groups, first, last)))
      continue;
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
