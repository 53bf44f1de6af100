import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import type { DigitGroups } from './groups.ts';

const russianWord =
  /(?:паспорт(?!\p{L}*\s+(?:качества|безопасности|изделия))\p{L}*|(?<!\p{L})серия|удостоверени\p{L}+ личности|passport|(?<!\p{L})серии)[^\n]{0,40}$/iu;
const foreignWord =
  /(?:passport|загран\p{L}*|паспорт\p{L}*|travel document|reisepass|pasaporte|passeport)[^\n]{0,40}$/iu;
const issuedBehind = /^[ ,;]{1,2}(?:выдан|код подразделения)/iu;
const SHAPES = [[4, 6], [2, 2, 6], [10], [4, 3, 3], [2, 2, 3, 3]];
const numberBetween = /^(?:,? ?(?:номер|№|N|no\.?) ?)(\d{6})(?![\p{L}\d_])/iu;

const regionCode = /^(?!00)\d\d(?:9[0-9]|[0-4][0-9])/;

/** Series of the region and the year, then six digits: `4510 123456`, `45 10 № 123456`, `4510 номер 123456`. */
export const findRussianPassport = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  const start = groups.start(first);
  const shape = SHAPES.find((sizes) => groups.shaped(first, sizes));
  if (shape !== undefined) {
    const last = first + shape.length - 1;
    if (!groups.stands(first, last) || groups.separators(first, last).some((one) => !/^[ -]?[ №-]? ?$/.test(one)))
      return -1;
    const end = groups.end(last);
    const named = russianWord.test(before(text, start, 64)) || issuedBehind.test(text.slice(end, end + 24));
    const marked = groups.separators(first, last).at(-1)?.includes('№') && regionCode.test(groups.digits(first, last));
    if (!named && !marked) return -1;
    sink('RU_PASSPORT', start, end, SCORE.context);
    return last;
  }
  const split = groups.shaped(first, [2, 2]) ? first + 1 : first;
  if (split === first && groups.size(first) !== 4) return -1;
  const end = groups.end(split);
  const number = numberBetween.exec(text.slice(end, end + 20));
  if (number === null || !russianWord.test(before(text, start, 64))) return -1;
  sink('RU_PASSPORT', start, end + number[0].length, SCORE.context);
  return split;
};

const document =
  /(?<![\p{L}\d_-])(?:[A-Z]{1,3}[ -]?\d{6,9}[A-Z]?|[A-Z]\d{2}[A-Z0-9]{5,6}|[A-Z]\d{2}[ -][A-Z0-9]{3}[ -][A-Z0-9]{2,3}|\d{2}[ -]\d{7}|\d{3}([ -])\d{3}\1\d{3}|\d{8,9})(?![\p{L}\d_-])/uy;

/** A passport of another country, or a Russian one for travel (`71 1234567`): told by the words before it. */
export const findPassport = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  let start = groups.start(first);
  const size = groups.size(first);
  if (size < 6 && size !== 2 && size !== 3 && !/[A-Z]/.test(text[start - 1] ?? '')) return -1;
  while (start > 0 && groups.start(first) - start < 9 && /[A-Z0-9]/.test(text[start - 1]!)) start -= 1;
  if (text[start - 1] === ' ' && /(?<![\p{L}\d_])[A-Z]{2}$/u.test(before(text, start - 1, 3))) {
    document.lastIndex = start - 3;
    if (document.test(text)) start -= 3;
  }
  document.lastIndex = start;
  if (!document.test(text) || !foreignWord.test(before(text, start, 64))) return -1;
  const end = document.lastIndex;
  if (text[end] === '.' && /\d/.test(text[end + 1] ?? '')) return -1;
  sink('PASSPORT', start, end, SCORE.context);
  let last = first;
  while (last + 1 < groups.count && groups.start(last + 1) < end) last += 1;
  return last;
};
