import type { DiffHunk } from '../api.ts';

/** A line as it is shown: its sign, and its number before and after where it is there. */
export type NumberedLine = { sign: string; text: string; before?: number; after?: number };

export const numbered = ({ old_start, new_start, lines }: DiffHunk): NumberedLine[] => {
  let [before, after] = [old_start, new_start];
  return lines.map((line) => {
    const [sign, text] = [line.slice(0, 1), line.slice(1)];
    if (sign === '+') return { sign, text, after: after++ };
    if (sign === '-') return { sign, text, before: before++ };
    // "No newline at end of file" is said of a line, and is none.
    if (sign === '\\') return { sign: ' ', text: line };
    return { sign: ' ', text, before: before++, after: after++ };
  });
};
