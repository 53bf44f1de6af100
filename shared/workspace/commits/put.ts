import type { ProjectScope } from '../../core/scope.ts';
import { nameOf, put } from '../files/objects.ts';
import { type Entry, sameContent, type Tree } from '../files/tree.ts';
import type { Snapshot } from '../history/versions.ts';
import { type Draft, isFresh } from './apply.ts';

/** Puts at the same time. */
const CONCURRENCY = 16;

type Keeping = {
  now: Snapshot;
  at: number;
  /** Names that this commit has put already: an attempt after a lost race puts them again only under a new mark. */
  put: Set<string>;
  /** Throws before anything is put, for a tree that may not be. */
  check: (tree: Tree) => void;
};

/** The draft as a tree, once its new bytes have been put. What is as it was keeps its entry, and with it its time. */
export const keepDraft = async (
  project: ProjectScope,
  draft: Draft,
  { now, at, put: done, check }: Keeping,
): Promise<Tree> => {
  const mark = now.head?.mark ?? 0;
  const tree = new Map<string, Entry>();
  const fresh = new Map<string, Uint8Array>();
  for (const [path, file] of draft) {
    if (!isFresh(file)) {
      tree.set(path, file);
      continue;
    }
    // A view of the same memory: the files of an archive may be large together.
    const { buffer, byteOffset, byteLength } = file.content;
    const content = Buffer.from(buffer, byteOffset, byteLength);
    const blob = nameOf('blob', mark, content);
    const entry = { blob, bytes: content.length, at, executable: file.executable };
    const before = now.tree.get(path);
    if (before && sameContent(before, entry)) {
      tree.set(path, { ...before, executable: file.executable });
      continue;
    }
    tree.set(path, entry);
    fresh.set(blob, content);
  }
  check(tree);
  await putAll(
    project,
    [...fresh].filter(([blob]) => !done.has(blob)),
    done,
  );
  return tree;
};

const putAll = async (project: ProjectScope, blobs: [string, Uint8Array][], done: Set<string>): Promise<void> => {
  for (let from = 0; from < blobs.length; from += CONCURRENCY) {
    await Promise.all(
      blobs.slice(from, from + CONCURRENCY).map(async ([blob, content]) => {
        await put(project, blob, content);
        done.add(blob);
      }),
    );
  }
};
