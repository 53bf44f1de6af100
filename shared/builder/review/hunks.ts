import { structuredPatch } from 'diff';

/** One place of a text that is to change: the lines there, and those instead, each with its line break. */
export type Hunk = {
  /** How many lines stand before it. */
  start: number;
  old: readonly string[];
  new: readonly string[];
  /** As a unified diff shows it. */
  shown: readonly string[];
};

/** Unchanged lines around a change: enough to be read, and to be found again where lines moved. */
const CONTEXT_LINES = 3;
/** Lines that are inserted or removed: what a comparison takes grows with their square. */
const MAX_EDITS = 4_000;
const NO_LINE_BREAK = '\\ No newline at end of file';

/** Each with its line break, so that a text that ends without one is told from one that does not. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/));

/** What makes one text of the other, from top to bottom; hunks never overlap. `undefined` where it is too much to compare. */
export const hunksBetween = (before: string, after: string): Hunk[] | undefined =>
  structuredPatch('', '', before, after, '', '', { context: CONTEXT_LINES, maxEditLength: MAX_EDITS })?.hunks.map(
    ({ oldStart, oldLines, newStart, newLines, lines }) => ({
      start: oldLines === 0 ? 0 : oldStart - 1,
      old: side(lines, '+'),
      new: side(lines, '-'),
      shown: [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines],
    }),
  );

/** The lines of one side: all but those that begin with the sign of the other. */
const side = (lines: readonly string[], other: '+' | '-'): string[] =>
  lines.flatMap((line, index) => {
    if (line === NO_LINE_BREAK || line.startsWith(other)) return [];
    return [line.slice(1) + (lines[index + 1] === NO_LINE_BREAK ? '' : '\n')];
  });
