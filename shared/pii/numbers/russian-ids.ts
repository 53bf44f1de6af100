import { before, numbersSomethingElse } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { isInn, isSnils } from './check-digits.ts';
import type { DigitGroups } from './groups.ts';

const innWord = /(?:(?<!\p{L})инн(?!\p{L})|\binn\b|налогоплательщик|реквизит|taxpayer|\btin\b|tax id)[^\n]{0,40}$/iu;
const snilsWord = /(?:снилс|snils|страхов|пенсионн)[^\n]{0,40}$/iu;

const INN_SHAPES = [
  [12],
  [10],
  [4, 4, 4],
  [3, 3, 3, 3],
  [2, 2, 2, 2, 2, 2],
  [4, 6],
  [2, 2, 6],
  [4, 5, 1],
  [2, 2, 5, 1],
  [2, 2, 5, 3],
  [4, 6, 2],
  [2, 2, 6, 2],
];

/** A taxpayer number: twelve digits vouch for themselves, of ten every eleventh number would pass. */
export const findInn = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  const shape = INN_SHAPES.find((sizes) => groups.shaped(first, sizes));
  if (shape === undefined) return -1;
  const last = first + shape.length - 1;
  const digits = groups.digits(first, last);
  if (!groups.stands(first, last) || !isInn(digits)) return -1;
  if (groups.separators(first, last).some((one) => !/^[ -]$/.test(one))) return -1;
  const start = groups.start(first);
  const named = innWord.test(before(text, start, 64));
  if (!named && (digits.length === 10 || last > first)) return -1;
  if (!named && (text[start - 1] === '+' || numbersSomethingElse(text, start))) return -1;
  sink('RU_INN', start, groups.end(last), named ? SCORE.checksum : SCORE.context);
  return last;
};

const SNILS_SHAPES = [[3, 3, 3, 2], [11], [9, 2]];

export const findSnils = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  const shape = SNILS_SHAPES.find((sizes) => groups.shaped(first, sizes));
  if (shape === undefined) return -1;
  const last = first + shape.length - 1;
  const digits = groups.digits(first, last);
  if (!isSnils(digits) || !groups.stands(first, last)) return -1;
  if (groups.separators(first, last).some((one) => !/^ ?[ ./-] ?$/.test(one))) return -1;
  const start = groups.start(first);
  const named = snilsWord.test(before(text, start, 64));
  if (!named && shape.length < 4 && (/^[78]/.test(digits) || text[start - 1] === '+')) return -1;
  if (!named && numbersSomethingElse(text, start)) return -1;
  sink('RU_SNILS', start, groups.end(last), SCORE.checksum);
  return last;
};
