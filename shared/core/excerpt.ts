/** The beginning of a text, at most `length` UTF-16 units: never half a character, which strict providers refuse for good. */
export const beginningOf = (text: string, length: number): string => {
  if (text.length <= length) return text;
  return text.slice(0, isFirstHalf(text.charCodeAt(length - 1)) ? length - 1 : length);
};

/** The end of a text, in the same way. */
export const endOf = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const start = text.length - length;
  return text.slice(isFirstHalf(text.charCodeAt(start - 1)) ? start + 1 : start);
};

/** The beginning of a text that is too long, and a mark that there is more. */
export const excerpt = (text: string, length: number): string =>
  text.length <= length ? text : `${beginningOf(text, length)}…`;

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
