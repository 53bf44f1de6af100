import type { ProjectScope } from '../../core/scope.ts';
import { findHead, treeOf } from '../history/head.ts';
import { type Snapshot, snapshotAt } from '../history/versions.ts';
import { pieceOf } from './objects.ts';
import { digestIn } from './tree.ts';

/** A file of a version, to be read piece by piece. `undefined` from `read`: the version was thinned out meanwhile. */
export type FoundFile = {
  path: string;
  /** Differs between files of different bytes. */
  tag: string;
  bytes: number;
  version: number;
  read(piece: { offset: number; length: number }): Promise<Uint8Array | undefined>;
};

/**
 * The first of these paths at which there is a file. 404 where there is no such version. Without `at`, the newest; there is none
 * before the first commit.
 */
export const findFile = async (
  project: ProjectScope,
  paths: readonly string[],
  at?: number,
): Promise<FoundFile | undefined> => {
  const snapshot = at === undefined ? await committed(project) : await snapshotAt(project, at);
  const path = paths.find((one) => snapshot?.tree.has(one));
  const entry = path === undefined ? undefined : snapshot?.tree.get(path);
  if (!snapshot || path === undefined || !entry) return undefined;
  return {
    path,
    // A file of before there were versions is known by when it was written.
    tag: digestIn(entry.blob) ?? `${entry.at}-${entry.bytes}`,
    bytes: entry.bytes,
    version: snapshot.version,
    read: async (piece) => (await pieceOf(project, entry, piece))?.bytes,
  };
};

/** Without a look at files of before there were versions, which lists objects: whoever only shows files may not. */
const committed = async (project: ProjectScope): Promise<Snapshot | undefined> => {
  const head = await findHead(project);
  const tree = head && (await treeOf(project, head));
  // Swept since the head was read, so there is a newer one; whoever asks again meets it.
  return head && tree && { version: head.version, tree };
};
