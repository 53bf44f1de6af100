import { filePath, foldersOf, InvalidPath, namesMustFit, sameWithoutCase } from '../files/path.ts';
import { type Entry, sameContent, type Tree } from '../files/tree.ts';
import type { Change } from './edit.ts';
import { noSuchFile } from './errors.ts';

/** New bytes of a file; its entry follows when they have been put. */
export type Fresh = { content: Uint8Array; executable: boolean };
/** What an edit makes of a tree: entries that it had before, and files whose bytes are new. */
export type Draft = Map<string, Entry | Fresh>;

export const isFresh = (file: Entry | Fresh | undefined): file is Fresh => file !== undefined && 'content' in file;

/** A file that both sides changed: what it was, is, and is to be. */
export type Both = { path: string; base: Entry | undefined; theirs: Entry | undefined; yours: Fresh | undefined };

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

/** The files that a change names: one, or all in a folder. */
const named = (draft: Draft, path: string): string[] =>
  draft.has(path) ? [path] : [...draft.keys()].filter((one) => one.startsWith(`${path}/`));

/** Applies the changes to a copy of the tree, and says in which files somebody else was at work since `base`. */
export const applied = (now: Tree, base: Tree, changes: readonly Change[]): { draft: Draft; both: Both[] } => {
  const draft: Draft = new Map(now);
  const both = new Map<string, Both>();
  const note = (path: string, yours: Fresh | undefined): void => {
    const sides = { path, base: base.get(path), theirs: now.get(path), yours };
    if (sameContent(sides.base, sides.theirs)) both.delete(path);
    else both.set(path, sides);
  };
  for (const change of changes) {
    const path = filePath(change.path);
    if ('content' in change) {
      const before = draft.get(path);
      const executable = change.executable ?? before?.executable ?? false;
      const fresh = { content: bytesOf(change.content), executable };
      draft.set(path, fresh);
      note(path, fresh);
      continue;
    }
    const found = named(draft, path);
    // Somebody else has removed it too: then it is as was wanted.
    if (found.length === 0 && !('remove' in change && base.has(path))) throw noSuchFile(path);
    for (const one of found) {
      const file = draft.get(one) as Entry | Fresh;
      draft.delete(one);
      if ('remove' in change) note(one, undefined);
      else moved(draft, filePath(change.moveTo) + one.slice(path.length), file);
    }
  }
  return { draft, both: [...both.values()] };
};

const moved = (draft: Draft, to: string, file: Entry | Fresh): void => {
  if (draft.has(to)) throw new InvalidPath(`There is a file ${to} already: remove it first.`);
  draft.set(filePath(to), file);
};

/**
 * New paths must be files of their own on every system: in names that fit, not the same but for capitals, and no file where another
 * has a folder.
 */
export const mustUnpackAnywhere = (draft: Draft, now: Tree): void => {
  const added = [...draft.keys()].filter((path) => !now.has(path));
  if (added.length === 0) return;
  const folders = new Set([...draft.keys()].flatMap(foldersOf));
  const spelled = Map.groupBy([...draft.keys(), ...folders], sameWithoutCase);
  for (const path of added) {
    namesMustFit(path);
    const clash = foldersOf(path).find((folder) => draft.has(folder)) ?? (folders.has(path) ? path : undefined);
    if (clash !== undefined) throw new InvalidPath(`${clash} cannot be a file and a folder.`);
    for (const part of [path, ...foldersOf(path)]) {
      const other = spelled.get(sameWithoutCase(part))?.find((one) => one !== part);
      if (other !== undefined)
        throw new InvalidPath(`${part} and ${other} differ only in capital letters: many systems take them for one.`);
    }
  }
};
