/** How far a log has been read, in UTF-16 units. */
export type Offset = number;

/**
 * The whole lines of a log after an offset, and where to read on. A log that is shorter than that was begun anew, and is read from its
 * beginning. A last line without its line break is still being written, and is left for the next time.
 */
export const newLines = (log: string, offset: Offset): { lines: readonly string[]; offset: Offset } => {
  const from = log.length < offset ? 0 : offset;
  const end = log.lastIndexOf('\n') + 1;
  if (end <= from) return { lines: [], offset: from };
  return { lines: log.slice(from, end - 1).split('\n'), offset: end };
};
