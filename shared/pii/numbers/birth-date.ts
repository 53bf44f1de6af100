import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import type { DigitGroups } from './groups.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|янв(?:аря)?|фев(?:раля)?|мар(?:та)?|апр(?:еля)?|мая|июня|июля|авг(?:уста)?|сен(?:тября)?|окт(?:ября)?|ноя(?:бря)?|дек(?:абря)?)\\.?';
const dayFirst = new RegExp(`\\d{1,2}(?:st|nd|rd|th|-го)?[ -](?:of )?${MONTH},?[ -]\\d{4}(?!\\d)`, 'iuy');
const monthFirst = new RegExp(`${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}(?!\\d)`, 'iuy');
const numeric = /(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?![\p{L}\d_])/uy;

const birthBefore =
  /(?:\bborn\b|\bd\.?o\.?b\.?(?!\p{L})|date[ -_]?of[ -_]?birth|birth[ -_]?da(?:y|te)|\bb-?day\b|(?<!\p{L})родил(?:ся|ась|ись)|рождени[яеюй]|(?<!\p{L})д\. ?р\.|(?<!\p{L})рожд\.|(?<!\p{L})др(?!\p{L})|geboren|geburtsdatum|née? le|nacid[oa])[^\n]{0,32}$/iu;
const birthBehind =
  /^(?:[ ,]{0,2}|[ ,]{0,2}\()(?:г(?:ода|\.)? ?)?(?:рождения|рожд\.|г\. ?р\.|г\.р|р\.(?!\p{L})|\(?(?:dob|date of birth|birth date|birthday)(?!\p{L}))/iu;
/** Another date between the word and this one has the word for itself. */
const taken = /\d{4}(?![^\n]{0,24}(?:born|рожд|birth|родил))/iu;

const monthBefore = /[\p{L}]{3,9}\.? $/u;

const dateFrom = (text: string, start: number): { start: number; end: number } | undefined => {
  for (const pattern of [numeric, dayFirst]) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { start, end: pattern.lastIndex };
  }
  const month = monthBefore.exec(before(text, start, 11));
  if (month === null) return undefined;
  monthFirst.lastIndex = start - month[0].length;
  return monthFirst.test(text) ? { start: start - month[0].length, end: monthFirst.lastIndex } : undefined;
};

/** A date is personal when the words around it speak of a birth. */
export const findBirthDate = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  if (!/^[./, sntr-]/.test(text[groups.end(first)] ?? '')) return -1;
  const date = dateFrom(text, groups.start(first));
  if (date === undefined || /[\p{L}\d_./-]$/u.test(before(text, date.start, 1))) return -1;
  const left = birthBefore.exec(before(text, date.start, 56));
  const named = left !== null && !taken.test(left[0]);
  if (!named && !birthBehind.test(text.slice(date.end, date.end + 24))) return -1;
  sink('BIRTH_DATE', date.start, date.end, SCORE.context);
  let last = first;
  while (last + 1 < groups.count && groups.start(last + 1) < date.end) last += 1;
  return last;
};
