import { diffLines } from 'diff';

export type DiffLine = { kind: 'same' | 'added' | 'removed'; text: string };

/** Milliseconds after which two texts are too different to be compared here. */
const TIMEOUT = 250;
/** Unchanged lines shown around a change. */
const CONTEXT = 3;

const linesIn = (text: string): string[] => text.replace(/\n$/, '').split('\n');

/** A last line without an end is the same line. */
const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Two texts line by line; where they cannot be compared in time, the one whole and then the other. */
export const linesBetween = (before: string, after: string): DiffLine[] => {
  const parts = diffLines(ended(before), ended(after), { timeout: TIMEOUT }) ?? [
    { value: before, removed: true, added: false },
    { value: after, added: true, removed: false },
  ];
  return parts.flatMap(({ value, added, removed }) =>
    linesIn(value).map((text): DiffLine => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text })),
  );
};

/** The changed lines with some around them; `skipped` counts the unchanged ones that were left out before a line. */
export const shortened = (lines: readonly DiffLine[]): (DiffLine & { skipped?: number })[] => {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same'),
  );
  const kept: (DiffLine & { skipped?: number })[] = [];
  let skipped = 0;
  for (const [at, line] of lines.entries()) {
    if (!isNear[at]) {
      skipped += 1;
      continue;
    }
    kept.push(skipped > 0 ? { ...line, skipped } : line);
    skipped = 0;
  }
  return kept;
};
