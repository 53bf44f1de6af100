import { findIpV4 } from '../network/ip.ts';
import { continuesWord, isDigitCode } from '../reading/characters.ts';
import type { Sink } from '../types.ts';
import { findBirthDate } from './birth-date.ts';
import { findCard } from './card.ts';
import { DigitGroups } from './groups.ts';
import { findPassport, findRussianPassport } from './passport.ts';
import { findPhone } from './phone/phone.ts';
import { findInn, findSnils } from './russian-ids.ts';
import { findSsn } from './ssn.ts';

type Finder = (text: string, groups: DigitGroups, first: number, sink: Sink) => number;

/** Checked numbers first, each with the fewest digits it has; a finder answers the last group it took, or -1. */
const FINDERS: ReadonlyArray<readonly [number, Finder]> = [
  [12, findCard],
  [11, findSnils],
  [10, findInn],
  [4, findRussianPassport],
  [9, findSsn],
  [6, findPassport],
  [6, findPhone],
];

const groups = new DigitGroups();

/** A row with fewer digits is of interest only as a date or the series of a passport. */
const FEWEST_DIGITS = 6;

const digitsFrom = (first: number): number => {
  let digits = 0;
  for (let group = first; group < groups.count; group += 1) digits += groups.size(group);
  return digits;
};

const isPlain = (text: string, group: number): boolean =>
  !continuesWord(text.charCodeAt(groups.start(group) - 1)) || text[groups.start(group) - 1] === '+';

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** Everything that is made of digit groups, from the digit at `at` on; answers where the row ends. */
export const findNumbers = (text: string, at: number, sink: Sink): number => {
  const end = groups.read(text, at);
  if (groups.count === 1 && end - at < FEWEST_DIGITS && !isDateDay(text, at, end)) {
    if (isCapital(text.charCodeAt(at - 1))) findPassport(text, groups, 0, sink);
    return end;
  }
  let free = 0;
  for (let first = 0; first < groups.count; first += 1) {
    if (groups.count > 3 && text[groups.end(first)] === '.') findIpV4(text, groups.start(first), sink);
    if (first < free) continue;
    free = Math.max(free, findFrom(text, first, sink) + 1);
  }
  return end;
};

const findFrom = (text: string, first: number, sink: Sink): number => {
  const size = groups.size(first);
  if (size <= 4 && size !== 3) {
    const date = findBirthDate(text, groups, first, sink);
    if (date >= 0) return date;
  }
  if (!isPlain(text, first)) return findPassport(text, groups, first, sink);
  const digits = digitsFrom(first);
  if (digits < FEWEST_DIGITS && size !== 4 && !groups.shaped(first, [2, 2])) return -1;
  for (const [fewest, find] of FINDERS) {
    if (digits < fewest) continue;
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
