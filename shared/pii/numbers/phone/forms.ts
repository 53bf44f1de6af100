import type { CountryCode } from 'libphonenumber-js/min';
import { SCORE } from '../../types.ts';
import type { DigitGroups } from '../groups.ts';
import { verdict } from './plans.ts';
import { prefixesAbroad } from './start.ts';
import { extensionEnd } from './tail.ts';

/** The last group of a number found, and how sure it is. */
export type Match = { last: number; score: number };

/** Digit groups from `first` on; `named` asks whether a word for telephone stands before them, which takes time. */
export type Row = { text: string; groups: DigitGroups; first: number; named: () => boolean };

const joint = /^[ ./()-]{1,4}$/;

/** No national number of those that are known by their form has more digits. */
export const MOST_NATIONAL = 13;

/** The last group that still belongs to one number of at most `most` digits, by the separators. */
export const joined = ({ groups, first }: Pick<Row, 'groups' | 'first'>, most: number): number => {
  let digits = groups.size(first);
  let last = first;
  while (last + 1 < groups.count && joint.test(groups.separator(last))) {
    digits += groups.size(last + 1);
    if (digits > most) break;
    last += 1;
  }
  return last;
};

/** Nothing continues the number that ends with group `last`, unless its extension does: `5000x12`. */
export const ends = ({ text, groups, first }: Row, last: number): boolean => {
  if (groups.stands(first, last)) return true;
  const end = groups.end(last);
  return groups.stands(first, first, false) && extensionEnd(text, end) > end;
};

/** The digits that E.164 allows behind a `+`. */
const MAX_DIGITS = 15;

/** A number with a prefix for calls abroad starts with group `first`. */
const startsAbroad = (row: Row): boolean =>
  prefixesAbroad(row.groups, row.first).some((prefix) => {
    for (let last = joined(row, MAX_DIGITS + prefix.length); last >= row.first; last -= 1) {
      if (verdict(`+${row.groups.digits(row.first, last).slice(prefix.length)}`) === 'valid') return true;
    }
    return false;
  });

/** The last group of a number with a country code, by its separators: not beyond the start of another such number. */
const joinedAbroad = (row: Row, prefix: string): number => {
  const { groups, first } = row;
  // A trunk prefix, `(0)`, is no digit of the number.
  const last = joined(row, MAX_DIGITS + prefix.length + (row.text.startsWith('(0)', groups.end(first) + 1) ? 1 : 0));
  for (let group = first + 1; group <= last; group += 1) {
    const digits = groups.digits(first, group - 1).length - prefix.length;
    if (digits >= 7 && groups.separator(group - 1) === ' ' && startsAbroad({ ...row, first: group })) return group - 1;
  }
  return last;
};

/** `001-555-012-3456`: the form vouches for it, though no plan knows the code. */
const isAmericanAbroad = ({ groups, first }: Row): boolean =>
  groups.digits(first, first) === '001' && groups.shaped(first, [3, 3, 3, 4]) && groups.separator(first) === '-';

/**
 * A country code behind a `+` or the `prefix` for calls abroad: the longest number that its plan knows, else with `+` or
 * behind a word for telephone one of a possible length.
 */
export const international = (row: Row, prefix: string): Match | undefined => {
  const { groups, first, named } = row;
  let possible: Match | undefined;
  for (let last = joinedAbroad(row, prefix); last >= first; last -= 1) {
    const digits = groups.digits(first, last).slice(prefix.length);
    if (digits.length < 7 || !ends(row, last)) continue;
    const found = verdict(`+${digits}`);
    if (found === 'valid') return { last, score: SCORE.shape };
    if (found === 'possible' && (prefix === '' || named() || isAmericanAbroad(row)))
      possible ??= { last, score: SCORE.context };
  }
  return possible;
};

const sizes = (list: string): number[][] => list.split(' ').map((one) => one.split('-').map(Number));

const RUSSIAN = sizes(
  '1-3-3-2-2 1-3-3-4 1-3-7 1-10 1-3-2-2-3 1-3-2-3-2 1-4-2-2-2 1-4-6 1-5-5 1-5-1-2-2 1-4-3-3 4-3-2-2 4-3-4 4-7 1-3-3-1-3',
);
const RUSSIAN_LOCAL = sizes('3-3-2-2 3-3-4 3-7 4-2-2-2 5-1-2-2');
const AMERICAN = sizes('3-3-4 1-3-3-4 3-7');
const FRENCH = [2, 2, 2, 2, 2];

/** 8 or 7, the code and the number; without separators only a mobile one speaks for itself. */
export const russian = ({ groups, first, named }: Row): Match | undefined => {
  if (groups.size(first) === 11) {
    const digits = groups.digits(first, first);
    const counts = /^[78]9/.test(digits) || (/^[78][3-8]/.test(digits) && named());
    return counts ? { last: first, score: SCORE.context } : undefined;
  }
  const shape = RUSSIAN.find((one) => groups.shaped(first, one));
  if (shape === undefined) return undefined;
  const last = first + shape.length - 1;
  return /^[78][3-9]/.test(groups.digits(first, last)) ? { last, score: SCORE.context } : undefined;
};

const grouping = /^(?:[-.]|\)[ -]?| \(|\()$/;

/** Three, three and four digits behind brackets or with dashes or dots (North American plan). */
export const american = (row: Row): Match | undefined => {
  const { text, groups, first, named } = row;
  const shape = AMERICAN.find((one) => groups.shaped(first, one));
  if (shape === undefined) return undefined;
  const last = first + shape.length - 1;
  const extended = extensionEnd(text, groups.end(last)) > groups.end(last);
  const dashed = groups.separator(first) === '-' || groups.separator(first).includes(')');
  if (!/^1?[2-9]\d{9}$/.test(groups.digits(first, last)) && !extended && !dashed) return undefined;
  const bracketed = text[groups.start(first) - 1] === '(' && groups.separator(first).includes(')');
  const separators = groups.separators(first, last);
  const written = separators.every((one) => grouping.test(one) || (one === ' ' && shape.length === 4));
  const spaced = separators.every((one) => one === ' ') && shape.length === 3;
  const known = spaced && verdict(`+1${groups.digits(first, last)}`) === 'valid';
  return bracketed || (written && shape.length > 2) || known || extended || named()
    ? { last, score: SCORE.context }
    : undefined;
};

/** A Russian number without its 8: in brackets, or behind a word for it. */
export const russianLocal = ({ text, groups, first, named }: Row): Match | undefined => {
  const shape = RUSSIAN_LOCAL.find((one) => groups.shaped(first, one));
  if (shape === undefined || !/^[3-9]/.test(groups.digits(first, first))) return undefined;
  const bracketed = text[groups.start(first) - 1] === '(' && groups.separator(first).includes(')');
  return bracketed || named() ? { last: first + shape.length - 1, score: SCORE.context } : undefined;
};

const WITH_TRUNK_PREFIX: readonly CountryCode[] = [
  'GB',
  'DE',
  'FR',
  'IT',
  'NL',
  'AU',
  'BE',
  'CH',
  'AT',
  'SE',
  'NZ',
  'ZA',
  'IE',
];

/** With fewer digits, `025 235 566` may be a sum with zeros before it. */
const LEAST_SPACED = 10;

/** Groups of two digits or more, the first with one zero, parted alike: no date, no sum. */
const isTrunkForm = ({ groups, first }: Row, last: number): boolean => {
  const separators = groups.separators(first, last).slice(groups.separator(first).includes(')') ? 1 : 0);
  if (last - first < 1 || !/^0[1-9]/.test(groups.digits(first, first))) return false;
  for (let group = first; group <= last; group += 1) if (groups.size(group) < 2) return false;
  if (groups.size(first) === 2 && groups.size(first + 1) === 2) return false;
  const isPadded = separators[0] === ' ' && groups.digits(first, last).length < LEAST_SPACED;
  const isNumbering = separators.length > 2 && separators[0] === '.';
  return !isPadded && !isNumbering && separators.every((one) => /^[ .-]$/.test(one) && one === separators[0]);
};

/** National numbers with the trunk prefix 0, by the plans of countries that write it; British ones without a word. */
export const trunk = (row: Row): Match | undefined => {
  const { text, groups, first, named } = row;
  if (text.charCodeAt(groups.start(first)) !== 48) return undefined;
  if (groups.shaped(first, FRENCH) && verdict(groups.digits(first, first + 4), 'FR') === 'valid') {
    return { last: first + 4, score: SCORE.context };
  }
  for (let last = joined(row, 12); last >= first; last -= 1) {
    const digits = groups.digits(first, last);
    if (digits.length < 9) continue;
    const british = digits.length === 11 && (last > first || digits[1] === '7') && verdict(digits, 'GB') === 'valid';
    if (british) return { last, score: SCORE.context };
    if (
      (named() || isTrunkForm(row, last)) &&
      WITH_TRUNK_PREFIX.some((country) => verdict(digits, country) === 'valid')
    ) {
      return { last, score: SCORE.context };
    }
  }
  return undefined;
};

const dateLike = /^(?:19|20)\d\d[01]\d[0-3]\d$/;

/** Right behind a word for telephone any number of the usual length is one. */
export const announced = (row: Row): Match | undefined => {
  const { groups, first, named } = row;
  const last = joined(row, MOST_NATIONAL);
  const digits = groups.digits(first, last);
  if (digits.length < (last === first ? 7 : 6) || dateLike.test(digits) || !named()) return undefined;
  return { last, score: SCORE.guess };
};
