import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { before, numbersSomethingElse } from '../context.ts';
import { SCORE, type Sink } from '../types.ts';
import type { DigitGroups } from './groups.ts';

const word =
  /(?:(?<!\p{L})(?:tel|telephone|phone|call|mobile|cell|cellphone|fax|sms|text me|dial|reach|ring|whats ?app|viber|telegram|contact|number is|тел|телефон\p{L}*|моб\p{L}*|сот\p{L}*|факс|звон\p{L}*|позвон\p{L}*|набер\p{L}*|номер\p{L}*|ватсап\p{L}*|вотсап\p{L}*|вайбер|телеграм\p{L}*|связ\p{L}*))[^\d\n]{0,24}$/iu;
const joint = /^(?: ?[-./] ?| {1,2}| ?\(|\)[ -]?|\) - )$/;
const GROUPED = /^(?:[-.]|\)[ -]?| \(|\()$/;

type Match = { last: number; score: number };
type Row = { text: string; groups: DigitGroups; first: number };

const MEMO_LIMIT = 4096;
const verdicts = new Map<string, 'valid' | 'possible' | 'no'>();

/** What the numbering plans say of the digits. Remembered, as the same number tends to come again. */
const verdict = (digits: string, country?: CountryCode): 'valid' | 'possible' | 'no' => {
  const key = `${country ?? ''}${digits}`;
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const number = parsePhoneNumberFromString(digits, country);
  const found = number?.isValid() ? 'valid' : number?.isPossible() ? 'possible' : 'no';
  if (verdicts.size >= MEMO_LIMIT) verdicts.clear();
  verdicts.set(key, found);
  return found;
};

/** The last group that still belongs to one number of at most `most` digits, by the separators. */
const joined = ({ groups, first }: Row, most: number): number => {
  let digits = groups.size(first);
  let last = first;
  while (last + 1 < groups.count && joint.test(groups.separator(last))) {
    digits += groups.size(last + 1);
    if (digits > most) break;
    last += 1;
  }
  return last;
};

/** `+` and a country code: the longest number that its plan knows, else one of a possible length. */
const international = (row: Row, prefix: string): Match | undefined => {
  const { groups, first } = row;
  let possible: Match | undefined;
  for (let last = joined(row, 15); last >= first; last -= 1) {
    const digits = groups.digits(first, last).slice(prefix === '00' ? 2 : 0);
    if (digits.length < 7 || !groups.stands(first, last)) continue;
    const found = verdict(`+${digits}`);
    if (found === 'valid') return { last, score: SCORE.shape };
    if (found === 'possible' && prefix === '+') possible ??= { last, score: SCORE.context };
  }
  return possible;
};

const RUSSIAN = [
  [1, 3, 3, 2, 2],
  [1, 3, 3, 4],
  [1, 3, 7],
  [1, 10],
  [1, 3, 2, 2, 3],
  [1, 3, 2, 3, 2],
  [1, 4, 2, 2, 2],
  [1, 4, 6],
  [1, 5, 5],
  [1, 5, 1, 2, 2],
  [1, 4, 3, 3],
  [4, 3, 2, 2],
  [4, 3, 4],
  [4, 7],
  [1, 3, 3, 1, 3],
];
const RUSSIAN_LOCAL = [
  [3, 3, 2, 2],
  [3, 3, 4],
  [3, 7],
  [4, 2, 2, 2],
  [5, 1, 2, 2],
];
const AMERICAN = [
  [3, 3, 4],
  [1, 3, 3, 4],
  [3, 7],
];
const FRENCH = [2, 2, 2, 2, 2];

const russian = ({ groups, first }: Row, named: boolean): Match | undefined => {
  if (groups.size(first) === 11) {
    const digits = groups.digits(first, first);
    return /^[78]9/.test(digits) || (named && /^[78][3-8]/.test(digits))
      ? { last: first, score: SCORE.context }
      : undefined;
  }
  const shape = RUSSIAN.find((sizes) => groups.shaped(first, sizes));
  if (shape === undefined) return undefined;
  const last = first + shape.length - 1;
  return /^[78][3-9]/.test(groups.digits(first, last)) ? { last, score: SCORE.context } : undefined;
};

const local = ({ text, groups, first }: Row, named: boolean): Match | undefined => {
  const bracketed = text[groups.start(first) - 1] === '(' && groups.separator(first).includes(')');
  const american = AMERICAN.find((sizes) => groups.shaped(first, sizes));
  if (american !== undefined) {
    const last = first + american.length - 1;
    const shaped = groups
      .separators(first, last)
      .every((one) => GROUPED.test(one) || (one === ' ' && american.length === 4));
    const digits = groups.digits(first, last);
    if ((bracketed || named || (shaped && american.length > 2)) && /^1?[2-9]\d\d[2-9]\d{6}$/.test(digits))
      return { last, score: SCORE.context };
  }
  const shape = RUSSIAN_LOCAL.find((sizes) => groups.shaped(first, sizes));
  if (shape === undefined || !(bracketed || named) || !/^[3-9]/.test(groups.digits(first, first))) return undefined;
  return { last: first + shape.length - 1, score: SCORE.context };
};

const EUROPEAN: readonly CountryCode[] = ['GB', 'DE', 'FR', 'IT', 'NL', 'AU'];

/** National numbers with the trunk prefix 0, by the plans of the countries that write it. */
const trunk = (row: Row, named: boolean): Match | undefined => {
  const { text, groups, first } = row;
  if (text.charCodeAt(groups.start(first)) !== 48) return undefined;
  if (groups.shaped(first, FRENCH))
    return verdict(groups.digits(first, first + 4), 'FR') === 'valid'
      ? { last: first + 4, score: SCORE.context }
      : undefined;
  const countries = named ? EUROPEAN : EUROPEAN.slice(0, 1);
  for (let last = joined(row, 12); last >= first; last -= 1) {
    const digits = groups.digits(first, last);
    if (digits.length < 9 || (!named && (digits.length !== 11 || (last === first && digits[1] !== '7')))) continue;
    if (countries.some((country) => verdict(digits, country) === 'valid')) return { last, score: SCORE.context };
  }
  return undefined;
};

/** Right behind a word for telephone any number of the usual length is one. */
const announced = (row: Row): Match | undefined => {
  const { groups, first } = row;
  const last = joined(row, 12);
  const digits = groups.digits(first, last);
  if (digits.length < 6 || (digits.length < 7 && last === first) || /^(?:19|20)\d\d-?[01]\d-?[0-3]\d$/.test(digits))
    return undefined;
  return { last, score: SCORE.guess };
};

const startOf = ({ text, groups, first }: Row): { start: number; prefix: string } => {
  const digits = groups.start(first);
  const bracket = text[digits - 1] === '(' ? digits - 1 : digits;
  if (text[bracket - 1] === '+') return { start: bracket - 1, prefix: '+' };
  const closes = text.indexOf(')', digits);
  return {
    start: bracket < digits && (closes < 0 || closes > digits + 8) ? digits : bracket,
    prefix: /^00[1-9]/.test(text.slice(digits, digits + 3)) ? '00' : '',
  };
};

export const findPhone = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  const row = { text, groups, first };
  const { start, prefix } = startOf(row);
  if (/[\p{L}\d_]/u.test(text[start - 1] ?? ' ') || /\d[.,/:-]$/.test(before(text, start, 2))) return -1;
  const other = prefix !== '+' && numbersSomethingElse(text, start);
  const named = !other && word.test(before(text, start, 40));
  const match = prefix === '' ? nationalOf(row, named, other) : international(row, prefix);
  if (match === undefined || !groups.stands(first, match.last)) return -1;
  if (
    /^(?:-\d|[.,:/]\d|%|°| ?(?:руб|usd|eur|₽|\$|€))/iu.test(
      text.slice(groups.end(match.last), groups.end(match.last) + 4),
    ) &&
    !named &&
    prefix !== '+'
  )
    return -1;
  sink('PHONE', start, groups.end(match.last), match.score);
  return match.last;
};

const nationalOf = (row: Row, named: boolean, other: boolean): Match | undefined =>
  other
    ? undefined
    : (russian(row, named) ?? local(row, named) ?? trunk(row, named) ?? (named ? announced(row) : undefined));
