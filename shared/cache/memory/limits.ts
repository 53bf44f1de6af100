import { HOUR } from '../../core/clock.ts';

const GIGABYTE = 2 ** 30;

export const DEFAULT_MAX_ENTRIES = 1_000;
export const DEFAULT_TTL_MS = HOUR;
/** More than this no level may hold, whatever it is told. */
export const MOST_BYTES = 2 * GIGABYTE;
export const DEFAULT_MAX_BYTES = 64 * 2 ** 20;

export type Limits = { max_entries: number; max_bytes: number };

/** @throws RangeError for a bound that is no whole number of one or more, or is above the most there may be */
export const checkedLimits = (wanted: Limits): Limits => {
  checkBound('max_entries', wanted.max_entries, 2 ** 31 - 2);
  checkBound('max_bytes', wanted.max_bytes, MOST_BYTES);
  return { max_entries: wanted.max_entries, max_bytes: wanted.max_bytes };
};

const checkBound = (name: string, bound: number, most: number): void => {
  if (!Number.isInteger(bound) || bound < 1 || bound > most) {
    throw new RangeError(`${name} has to be a whole number from 1 to ${most}, and is ${bound}.`);
  }
};
