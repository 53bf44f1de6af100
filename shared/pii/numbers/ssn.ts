import { before, numbersSomethingElse } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import type { DigitGroups } from './groups.ts';

/** Never issued: areas 000, 666 and 900-999, group 00, serial 0000 (Social Security Administration, RM 10201.035). */
const issued = /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/;
const word = /(?:\bssn\b|social[ -]?sec|soc\.? ?sec|соц[а-я]*[ -]страх)[^\n]{0,32}$/iu;

export const findSsn = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  const split = groups.shaped(first, [3, 2, 4]);
  const last = split ? first + 2 : first;
  if ((!split && groups.size(first) !== 9) || !issued.test(groups.digits(first, last)) || !groups.stands(first, last))
    return -1;
  const [left, right] = groups.separators(first, last);
  if (left !== right || (split && !/^(?: ?[./-] ?| )$/.test(left!))) return -1;
  const start = groups.start(first);
  const named = word.test(before(text, start, 48));
  if (!named && (left?.trim() !== '-' || numbersSomethingElse(text, start))) return -1;
  if (!named && (/^-\d/.test(text.slice(groups.end(last), groups.end(last) + 2)) || text[start - 1] === '-')) return -1;
  sink('SSN', start, groups.end(last), named ? SCORE.shape : SCORE.context);
  return last;
};
