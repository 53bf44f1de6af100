import { type Change, isFilePath } from '../../workspace/index.ts';
import type { CodeEdit } from '../roles/code-writer.ts';

/** What the writer was shown: the text of each file by its path; `undefined` where there is none. */
export type Shown = ReadonlyMap<string, string | undefined>;

export type Edited = { changes: Change[] } | { faults: string[] };

/** How often a piece of text stands in another. */
const countOf = (text: string, piece: string): number => text.split(piece).length - 1;

/**
 * The edits of a code writer as changes, or everything that is wrong with them: a path that leaves the project, a file named twice, one
 * that is there and was not shown, lines that are not in the file or stand there more than once. Nothing is guessed, and of edits with
 * a fault none is made.
 */
export const changesOf = (
  edits: readonly CodeEdit[],
  { shown, paths }: { shown: Shown; paths: readonly string[] },
): Edited => {
  const faults: string[] = [];
  const changes: Change[] = [];
  const named = new Set<string>();
  const there = new Set(paths);
  for (const edit of edits) {
    const { path } = edit;
    if (!isFilePath(path)) faults.push(`${path}: a path is relative, inside of the project, without "." and "..".`);
    else if (named.has(path)) faults.push(`${path}: it is edited twice; put all its changes into one edit.`);
    else if (there.has(path) && shown.get(path) === undefined)
      faults.push(`${path}: you have not seen this file; name it under "need" first.`);
    else if (!there.has(path) && !('content' in edit)) faults.push(`${path}: there is no such file.`);
    else {
      const change = changeOf(edit, shown.get(path) ?? '');
      if ('faults' in change) faults.push(...change.faults);
      else changes.push(change);
    }
    named.add(path);
  }
  return faults.length > 0 ? { faults } : { changes };
};

const changeOf = (edit: CodeEdit, before: string): Change | { faults: string[] } => {
  if ('remove' in edit) return { path: edit.path, remove: true };
  if ('content' in edit) return { path: edit.path, content: edit.content };
  const faults: string[] = [];
  let text = before;
  for (const [index, { find, replace }] of edit.replacements.entries()) {
    const count = countOf(text, find);
    if (count === 1) text = text.replace(find, () => replace);
    else faults.push(`${edit.path}: the lines of replacement ${index + 1} stand there ${count} times, not once.`);
  }
  return faults.length > 0 ? { faults } : { path: edit.path, content: text };
};
