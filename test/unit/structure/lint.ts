/** What the linter has no rule for, found in the text of a source file: each finding with its line. */
export const findingsIn = (text: string): string[] =>
  text.split('\n').flatMap((line, index, lines) => {
    const next = lines[index + 1] ?? '';
    const found = [
      ...(UNFINISHED.test(line) ? ['unfinished work'] : []),
      ...(SUPPRESSED_TYPE.test(line) ? ['suppressed type'] : []),
      ...(BLANKET_CATCH.test(line) && !SAYS_WHY.test(next) ? ['blanket catch'] : []),
    ];
    return found.map((what) => `${index + 1}: ${what}`);
  });

const UNFINISHED = /(\/\/|\/\*|^\s*\*).*\b(TODO|FIXME|XXX|HACK)\b/;
const SUPPRESSED_TYPE = /@ts-(ignore|expect-error|nocheck)\b|biome-ignore-all\b|eslint-disable/;
/** A catch that does not even look at the error … */
const BLANKET_CATCH = /\bcatch \{$/;
/** … has to throw or log, or say in a comment which error it expects. */
const SAYS_WHY = /^\s*(\/\/|\/\*|throw\b|log\.)/;
