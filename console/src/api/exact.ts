/** What the compiler's library does not know of it yet: https://github.com/tc39/proposal-json-parse-with-source */
type SourceJson = {
  parse(text: string, reviver: (name: string, value: unknown, context?: { source?: string }) => unknown): unknown;
  rawJSON?(text: string): object;
  isRawJSON?(value: unknown): boolean;
};
const withSource = JSON as unknown as SourceJson;

/** An older browser rounds numbers as it reads them: what they were cannot be written again. */
export const keepsNumbers: boolean = typeof withSource.rawJSON === 'function';

/**
 * JSON whose numbers are written out again as they were read: 9007199254740993, 1e300 and 1.0 are, in JavaScript, other numbers
 * or other texts. Such a number is an opaque object here: to look at a value, take `nativeOf`.
 */
export const parseExact = (text: string): unknown =>
  withSource.parse(text, (_name, value, context) =>
    typeof value === 'number' && context?.source !== undefined && String(value) !== context.source && withSource.rawJSON
      ? withSource.rawJSON(context.source)
      : value,
  );

/** The same value with JavaScript's own numbers. */
export const nativeOf = (exact: unknown): unknown => JSON.parse(JSON.stringify(exact) ?? 'null');
