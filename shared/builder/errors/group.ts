import { createHash } from 'node:crypto';
import { excerpt } from '../../core/excerpt.ts';
import type { CapturedError } from './captured.ts';
import { firstOwnFrame, framesIn } from './frames.ts';

/** Errors that are one to whoever mends them. */
export type ErrorGroup = {
  id: string;
  /** Of the first that was seen. */
  message: string;
  /** Where in the project's code; `undefined` where no trace leads into it. */
  at: string | undefined;
  sources: readonly CapturedError['source'][];
  count: number;
  /** The first that was seen, whole. */
  sample: CapturedError;
};

const MAX_MESSAGE = 300;

/** The message without what differs each time: addresses, paths, ids, times and numbers. */
export const plainMessage = (message: string): string =>
  (message.split('\n', 1)[0] ?? '')
    .slice(0, MAX_MESSAGE)
    .replace(/[a-z]+:\/\/[^\s'")]+/gi, '<url>')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>')
    .replace(/\b(?=[0-9a-z_-]*\d)[0-9a-z_-]{16,}\b/gi, '<id>')
    .replace(/(?:\.{0,2}[/\\])?(?:[\w@.-]+[/\\])+[\w@.-]+/g, '<path>')
    .replace(/\b0x[0-9a-f]+\b/gi, '<n>')
    .replace(/\d+(?:[.,:]\d+)*/g, '<n>')
    .replace(/\s+/g, ' ')
    .trim();

/** The place is named by its function, if it has one, since lines move with every edit above them. */
export const groupOf = (
  error: CapturedError,
  paths?: readonly string[],
): Omit<ErrorGroup, 'count' | 'sources' | 'sample'> => {
  const frame = firstOwnFrame(framesIn(error.stack ?? error.message), paths);
  const at = frame && `${frame.file}${frame.method ? ` ${frame.method}` : ''}`;
  const plain = plainMessage(error.message);
  const id = createHash('sha256')
    .update(JSON.stringify([plain, at ?? null]))
    .digest('hex')
    .slice(0, 16);
  return { id, message: excerpt(error.message, MAX_MESSAGE), at };
};

/** By group, the one seen most often first; groups that were seen as often stay in the order in which they came. */
export const groupErrors = (errors: readonly CapturedError[], paths?: readonly string[]): ErrorGroup[] => {
  const groups = new Map<string, ErrorGroup>();
  for (const error of errors) {
    const group = groupOf(error, paths);
    const known = groups.get(group.id);
    const sources = [...new Set([...(known?.sources ?? []), error.source])];
    groups.set(group.id, { ...(known ?? { ...group, sample: error }), sources, count: (known?.count ?? 0) + 1 });
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
};
