import { before } from '../../reading/context.ts';
import type { DigitGroups } from '../groups.ts';

/** Where a number starts as it is written, and whether a `+` stands there. */
export type Start = { start: number; plus: boolean };

const plusBefore = /\+[ \t]?\(?$/;
/** A country code that no plan knows still belongs to the number behind it. */
const codeBefore = /\+[ \t]?\(?\d{1,4}\)?[ ./-]{0,2}\(?$/;

export const startOf = (text: string, digits: number): Start => {
  const left = before(text, digits, 12);
  const plus = left.includes('+') ? (plusBefore.exec(left) ?? codeBefore.exec(left)) : null;
  if (plus !== null) {
    const sign = digits - plus[0].length;
    const bracketed = text[sign - 1] === '(' && text.slice(digits, digits + 6).includes(')');
    return { start: bracketed ? sign - 1 : sign, plus: plusBefore.test(left) };
  }
  const bracketed = text[digits - 1] === '(' && text.slice(digits, digits + 8).includes(')');
  return { start: bracketed ? digits - 1 : digits, plus: false };
};

/** What is dialled before a country code: Europe and most others, North America, Australia, Russia. */
const ABROAD = ['0011', '011', '00', '810'];

/** The prefixes for calls abroad that the digits from group `first` on may start with; they end with a group or lie in one. */
export const prefixesAbroad = (groups: DigitGroups, first: number): string[] => {
  const start = groups.digits(first, Math.min(first + 2, groups.count - 1));
  if (start[0] !== '0' && start[0] !== '8') return [];
  return ABROAD.filter((prefix) => start.startsWith(prefix) && /[1-9]/.test(start[prefix.length] ?? ''));
};
