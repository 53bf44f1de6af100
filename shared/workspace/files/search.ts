import { type Clock, SECOND, systemClock } from '../../core/clock.ts';
import { excerpt } from '../../core/excerpt.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { snapshotAt } from '../history/versions.ts';
import { textIn } from './merge.ts';
import { wholeOf } from './objects.ts';
import { filePath } from './path.ts';
import { type Entry, sorted } from './tree.ts';

export type LineTest = (line: string) => boolean;

export type FoundLine = { path: string; line: number; text: string };

export type FoundLines = {
  version: number;
  lines: FoundLine[];
  /** The search stopped after this file, at one of its bounds; `undefined`: it is through. */
  stopped_after?: string;
};

/** A longer file is not searched. */
const MAX_FILE_BYTES = 1024 * 1024;
/** Of a line, what is looked at. */
const MAX_LINE = 10_000;
/** Of a line, what is shown. */
const MAX_SHOWN = 300;
/** Of one search; what follows is found by another that goes on. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_TIME = 3 * SECOND;
/** Files read at the same time. */
const CONCURRENCY = 16;

type Search = {
  matches: LineTest;
  folder?: string;
  after?: string | undefined;
  limit: number;
  at?: number | undefined;
  signal: AbortSignal;
  clock?: Clock;
};

/** Lines of text files in the order of their paths. It ends in bounded time, whatever the files are. */
export const searchFiles = async (
  project: ProjectScope,
  { matches, folder, after, limit, at, signal, clock = systemClock }: Search,
): Promise<FoundLines> => {
  const prefix = folder === undefined ? '' : `${filePath(folder)}/`;
  const last = after === undefined ? '' : filePath(after);
  const { tree, version } = await snapshotAt(project, at);
  const files = sorted(tree).filter(([path]) => path.startsWith(prefix) && path > last);
  const lines: FoundLine[] = [];
  const end = clock.now() + MAX_TIME;
  let bytes = 0;
  for (let from = 0; from < files.length; from += CONCURRENCY) {
    const group = files.slice(from, from + CONCURRENCY);
    const texts = await Promise.all(group.map(([, entry]) => textOf(project, entry)));
    signal.throwIfAborted();
    for (const [index, [path, entry]] of group.entries()) {
      for (const [row, line] of (texts[index] ?? '').split('\n').entries()) {
        if (clock.now() > end) break;
        if (matches(line.slice(0, MAX_LINE)))
          lines.push({ path, line: row + 1, text: excerpt(line.trim(), MAX_SHOWN) });
      }
      bytes += entry.bytes;
      const isLast = from + index + 1 === files.length;
      const isFull = lines.length >= limit || bytes >= MAX_BYTES || clock.now() > end;
      if (isFull && !(isLast && lines.length <= limit))
        return { version, lines: lines.slice(0, limit), stopped_after: path };
    }
  }
  return { version, lines };
};

const textOf = async (project: ProjectScope, entry: Entry): Promise<string | undefined> => {
  if (entry.bytes > MAX_FILE_BYTES) return undefined;
  const bytes = await wholeOf(project, entry);
  return bytes && textIn(bytes);
};
