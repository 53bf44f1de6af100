import type { Content } from './files.ts';
import { type Hunk, linesOf } from './hunks.ts';
import type { Part } from './proposal.ts';

/** Of one file that is no text, so that its kind is seen. */
const MAX_SHOWN_BYTES = 16;

/**
 * A part as a reviewer reads it: a heading with its id and its file, and below it lines that all begin with a blank, `+`, `-`, `@`
 * or `\`, so that nothing a file holds can pass for a heading.
 */
export const shownPart = ({ id, path, what }: Part): string => [`### ${id} ${path}`, ...linesOfPart(what)].join('\n');

const linesOfPart = (what: Part['what']): readonly string[] => {
  switch (what.kind) {
    case 'lines':
      return shownHunk(what.hunk);
    case 'added':
      return [`@ a new file${what.executable ? ', executable' : ''}`, ...shownContent(what.content)];
    case 'removed':
      return ['@ the file is removed'];
    case 'moved':
      return [`@ the file is moved to ${what.to}`];
    case 'executable':
      return [what.executable ? '@ the file can be executed' : '@ the file cannot be executed'];
    case 'replaced':
      return ['@ the file is replaced as a whole', ...shownContent(what.content)];
  }
};

const shownHunk = ({ shown }: Hunk): string[] => shown.map(visible);

const shownContent = (content: Content): string[] => {
  if (typeof content === 'string') return linesOf(content).map((line) => visible(`+${line.replace(/\n$/, '')}`));
  const beginning = Buffer.from(content.subarray(0, MAX_SHOWN_BYTES)).toString('hex');
  return [`@ ${content.length} bytes that are shown as no text, beginning with ${beginning}`];
};

/** What a reviewer said of a part, which may quote the part: its lines cannot pass for a heading either. */
export const shownReason = (reason: string): string =>
  reason
    .split('\n')
    .map((line) => visible(`@ reviewer: ${line}`))
    .join('\n');

/** What else is read as the end of a line, by a person or by a model, would hide what follows it or have it pass for a heading. */
const visible = (line: string): string => line.replaceAll('\r', '␍').replaceAll(/[\v\f\u0085\u2028\u2029]/g, '␤');
