import * as z from 'zod';

/** What the table holds of numbers besides 0: down to this size, and, exactly, up to the largest safe integer. */
export const MIN_STORABLE = 1e-130;

export const isStorable = (value: number): boolean =>
  value === 0 || (Math.abs(value) >= MIN_STORABLE && Math.abs(value) <= Number.MAX_SAFE_INTEGER);

/** A number that is stored: one beyond what the table holds is refused like any other wrong input. */
export const storableNumber = (from: number, to: number) => {
  const number = z.number().min(from).max(to);
  return from >= MIN_STORABLE ? number : number.refine(isStorable, 'This number is too small to be stored.');
};
