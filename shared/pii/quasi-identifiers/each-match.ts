/** The matches of a global pattern from `from` on. The pattern is shared, so one run of it is over before the next begins. */
export const eachMatch = (
  pattern: RegExp,
  text: string,
  from: number,
  see: (match: RegExpExecArray, end: number) => void,
): void => {
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const end = pattern.lastIndex;
    see(match, end);
    pattern.lastIndex = end;
  }
};
