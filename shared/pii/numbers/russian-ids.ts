import { before, numbersSomethingElse } from '../text/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { isInn, isSnils } from './check-digits.ts';
import type { DigitGroups } from './groups.ts';

const innWord = /(?:(?<!\p{L})инн(?!\p{L})|\binn\b|налогоплательщик|реквизит|taxpayer|\btin\b|tax id)[^\n]{0,40}$/iu;
const snilsWord = /(?:снилс|snils|страхов|пенсионн)[^\n]{0,40}$/iu;

/** A taxpayer number: twelve digits vouch for themselves, of ten every eleventh number would pass. */
export const findInn = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  const size = groups.size(first);
  if ((size !== 10 && size !== 12) || !groups.stands(first, first) || !isInn(groups.digits(first, first))) return -1;
  const start = groups.start(first);
  const named = innWord.test(before(text, start, 64));
  if (!named && (size === 10 || text[start - 1] === '+' || numbersSomethingElse(text, start))) return -1;
  sink('RU_INN', start, groups.end(first), named ? SCORE.checksum : SCORE.context);
  return first;
};

const SNILS_SHAPES = [[3, 3, 3, 2], [11], [9, 2]];

export const findSnils = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  const shape = SNILS_SHAPES.find((sizes) => groups.shaped(first, sizes));
  if (shape === undefined) return -1;
  const last = first + shape.length - 1;
  const digits = groups.digits(first, last);
  if (!isSnils(digits) || !groups.stands(first, last)) return -1;
  if (groups.separators(first, last).some((one) => !/^[ -]$|^ - $/.test(one))) return -1;
  const start = groups.start(first);
  const named = snilsWord.test(before(text, start, 64));
  if (!named && shape.length < 4 && (/^[78]/.test(digits) || text[start - 1] === '+')) return -1;
  if (!named && numbersSomethingElse(text, start)) return -1;
  sink('RU_SNILS', start, groups.end(last), SCORE.checksum);
  return last;
};
