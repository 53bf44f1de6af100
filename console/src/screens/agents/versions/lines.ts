/** A line of a text that was changed, and what became of it. */
export type Line = { kind: 'same' | 'added' | 'removed'; text: string };

/** Past this many comparisons the whole text counts as replaced: a table of them would take a moment to make. */
const MOST_COMPARISONS = 4_000_000;

/**
 * The lines of two texts, the longest common ones kept: each cell of the table has how many lines the rest of both share.
 * Prompts have at most 32,000 characters, so the plain method is quick enough.
 */
export const lineDifference = (before: string, after: string): Line[] => {
  const [one, other] = [before.split('\n'), after.split('\n')];
  const width = other.length + 1;
  if ((one.length + 1) * width > MOST_COMPARISONS) {
    return [...one.map((text) => line('removed', text)), ...other.map((text) => line('added', text))];
  }
  const shared = new Uint32Array((one.length + 1) * width);
  const at = (row: number, column: number): number => shared[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      shared[row * width + column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: Line[] = [];
  let row = 0;
  let column = 0;
  while (row < one.length || column < other.length) {
    if (row < one.length && column < other.length && one[row] === other[column]) {
      lines.push(line('same', one[row] ?? ''));
      row += 1;
      column += 1;
    } else if (column >= other.length || (row < one.length && at(row + 1, column) >= at(row, column + 1))) {
      lines.push(line('removed', one[row] ?? ''));
      row += 1;
    } else {
      lines.push(line('added', other[column] ?? ''));
      column += 1;
    }
  }
  return lines;
};

const line = (kind: Line['kind'], text: string): Line => ({ kind, text });
