import { isDeepStrictEqual } from 'node:util';

/** What the compiler's library does not know of it yet: https://github.com/tc39/proposal-json-parse-with-source */
type SourceJson = {
  parse(text: string, reviver: (name: string, value: unknown, context: { source?: string }) => unknown): unknown;
  rawJSON(text: string): object;
  isRawJSON(value: unknown): boolean;
};
const withSource = JSON as unknown as SourceJson;

/**
 * JSON whose numbers are written out again as they were read: 9007199254740993, 1e300 and 1.0 are, in JavaScript, other
 * numbers or other texts. Such a number is an opaque object here, so this is for showing and sending on; to reckon with a
 * value, or to check it, take `nativeOf`. Throws a `SyntaxError`, and a `RangeError` for a text nested thousands of levels
 * deep: check that first.
 */
export const parseExact = (text: string): unknown =>
  withSource.parse(text, (_name, value, { source }) =>
    typeof value === 'number' && source !== undefined && String(value) !== source ? withSource.rawJSON(source) : value,
  );

/** Whether a value is a number that is handed on as it was written, though it looks like an object. */
export const isExactNumber = (value: unknown): boolean => withSource.isRawJSON(value);

/** The same value with JavaScript's own numbers. */
export const nativeOf = (exact: unknown): unknown => JSON.parse(JSON.stringify(exact) ?? 'null') as unknown;

/** Whether two texts say the same, number by number as they are spelled; the order of names says nothing. */
export const isSameJson = (one: string, other: string): boolean => {
  try {
    return isDeepStrictEqual(parseExact(one), parseExact(other));
  } catch {
    // A SyntaxError, or a RangeError for thousands of levels: what cannot be read says nothing that could be the same.
    return false;
  }
};
