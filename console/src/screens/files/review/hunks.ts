import type { DiffHunk } from '../api.ts';

const NO_LINE_BREAK = '\\ No newline at end of file';

/** Each with its line break, so that a text that ends without one is told from one that does not. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/));

/** The lines of one side: all but those that begin with the sign of the other. */
const side = (lines: readonly string[], other: '+' | '-'): string[] =>
  lines.flatMap((line, index) => {
    if (line === NO_LINE_BREAK || line.startsWith(other)) return [];
    return [line.slice(1) + (lines[index + 1] === NO_LINE_BREAK ? '' : '\n')];
  });

/** The text is not the one that the hunks lead to: somebody compared other versions. */
export class Misplaced extends Error {
  override readonly name = 'Misplaced';
}

/**
 * The text without what these hunks brought; all other hunks stay. They were made between a text before and this one.
 *
 * @throws Misplaced where a hunk's lines do not stand in the text where it says
 */
export const takenBack = (text: string, hunks: readonly DiffHunk[]): string => {
  const lines = linesOf(text);
  // From the bottom, so that the places above stay where they are.
  for (const { new_start, new_lines, lines: shown } of hunks.toSorted((a, b) => b.new_start - a.new_start)) {
    // Only an empty text gives a hunk no line at all, since three lines around a change belong to it.
    const at = new_lines === 0 ? 0 : new_start - 1;
    const now = side(shown, '-');
    if (!now.every((line, index) => lines[at + index] === line)) throw new Misplaced();
    lines.splice(at, now.length, ...side(shown, '+'));
  }
  return lines.join('');
};
