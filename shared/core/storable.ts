import * as z from 'zod';

/** What the table holds of numbers besides 0: down to this size, and, exactly, up to the largest safe integer. */
export const MIN_STORABLE = 1e-130;

export const isStorable = (value: number): boolean =>
  value === 0 || (Math.abs(value) >= MIN_STORABLE && Math.abs(value) <= Number.MAX_SAFE_INTEGER);

/** Where in a JSON value the first number stands that the table cannot hold. */
export const unstorablePath = (value: unknown): string[] | undefined => {
  if (typeof value === 'number') return isStorable(value) ? undefined : [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inside] of Object.entries(value)) {
    const path = unstorablePath(inside);
    if (path) return [key, ...path];
  }
  return undefined;
};

/** A number that is stored: one beyond what the table holds is refused like any other wrong input. */
export const storableNumber = (from: number, to: number) => {
  const number = z.number().min(from).max(to);
  return from >= MIN_STORABLE ? number : number.refine(isStorable, 'This number is too small to be stored.');
};

/** Any JSON object that is stored as one. */
export const storableObject = z.record(z.string(), z.unknown()).superRefine((value, context) => {
  const path = unstorablePath(value);
  if (path) context.addIssue({ code: 'custom', path, message: 'This number is too large or too small to be stored.' });
});

/** For a person to read: what the table cannot hold as a number stands there as text. */
export const withUnstorableAsText = (value: unknown): unknown => {
  if (typeof value === 'number') return isStorable(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(withUnstorableAsText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, withUnstorableAsText(inside)]));
};

/** A stranger's JSON without what the table cannot hold. */
export const withoutUnstorable = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.filter((one) => typeof one !== 'number' || isStorable(one)).map(withoutUnstorable);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inside]) => typeof inside !== 'number' || isStorable(inside));
  return Object.fromEntries(kept.map(([key, inside]) => [key, withoutUnstorable(inside)]));
};
