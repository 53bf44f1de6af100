import { continuesWord, isDigitCode } from '../characters.ts';
import { findIpV4 } from '../network/ip.ts';
import { findMacDotted } from '../network/mac.ts';
import type { Sink } from '../types.ts';
import { findBirthDate } from './birth-date.ts';
import { findCard } from './card.ts';
import { DigitGroups } from './groups.ts';
import { findPassport, findRussianPassport } from './passport.ts';
import { findPhone } from './phone.ts';
import { findInn, findSnils } from './russian-ids.ts';
import { findSsn } from './ssn.ts';

type Finder = (text: string, groups: DigitGroups, first: number, sink: Sink) => number;

/** Checked numbers first; each finder answers the last group it took, or -1. */
const FINDERS: readonly Finder[] = [
  findCard,
  findSnils,
  findInn,
  findRussianPassport,
  findSsn,
  findPassport,
  findPhone,
];

const groups = new DigitGroups();

/** Ten digits or more somewhere in the row; fewer are of interest only as a date, a passport or a local telephone. */
const FEWEST_DIGITS = 6;

const digitsFrom = (first: number): number => {
  let digits = 0;
  for (let group = first; group < groups.count; group += 1) digits += groups.size(group);
  return digits;
};

const isPlain = (text: string, group: number): boolean =>
  !continuesWord(text.charCodeAt(groups.start(group) - 1)) || text[groups.start(group) - 1] === '+';

/** Everything that is made of digit groups, from the digit at `at` on; answers where the row ends. */
export const findNumbers = (text: string, at: number, sink: Sink): number => {
  const end = groups.read(text, at);
  if (groups.count === 1 && end - at < FEWEST_DIGITS && !isDateDay(text, at, end)) return end;
  let free = 0;
  for (let first = 0; first < groups.count; first += 1) {
    if (groups.count > 3 && text[groups.end(first)] === '.') findIpV4(text, groups.start(first), sink);
    if (first < free) continue;
    if (groups.size(first) === 4 && text[groups.end(first)] === '.') findMacDotted(text, groups.start(first), sink);
    free = Math.max(free, findFrom(text, first, sink) + 1);
  }
  return end;
};

const findFrom = (text: string, first: number, sink: Sink): number => {
  const date = findBirthDate(text, groups, first, sink);
  if (date >= 0) return date;
  if (!isPlain(text, first)) return findPassport(text, groups, first, sink);
  if (digitsFrom(first) < FEWEST_DIGITS && groups.size(first) !== 4 && !groups.shaped(first, [2, 2])) return -1;
  for (const find of FINDERS) {
    const last = find(text, groups, first, sink);
    if (last >= 0) return last;
  }
  return -1;
};

/** One or two digits before a month, `12 March 1985`, or four of a year or a series. */
const isDateDay = (text: string, at: number, end: number): boolean =>
  end - at <= 4 &&
  text.charCodeAt(end) !== 46 &&
  !isDigitCode(text.charCodeAt(end + 1)) &&
  /^(?:st|nd|rd|th)?[ ,-]/.test(text.slice(end, end + 3));
