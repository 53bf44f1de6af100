import * as z from 'zod';
import { isoTime } from '../../core/clock.ts';
import { Defect, NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { snapshotAt } from '../history/versions.ts';
import { textIn } from './merge.ts';
import { pieceOf } from './objects.ts';
import { filePath } from './path.ts';
import { type Entry, sameContent, sorted } from './tree.ts';

export const fileEntrySchema = z
  .object({ path: z.string(), bytes: z.int(), modified_at: z.string(), executable: z.boolean() })
  .meta({ id: 'WorkspaceFile' });
export type FileEntry = z.infer<typeof fileEntrySchema>;

/** A piece of a file, how long the whole is, and the version it was read at. */
export type FilePiece = { bytes: Uint8Array; size: number; version: number };

/** `undefined` where there is no such file; 404 where there is no such version. Without `at`, the newest. */
export const readFile = async (
  project: ProjectScope,
  path: string,
  { offset, length, at }: { offset: number; length: number; at?: number | undefined },
): Promise<FilePiece | undefined> => {
  const wanted = filePath(path);
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const { tree, version } = await snapshotAt(project, at);
    const entry = tree.get(wanted);
    if (!entry) return undefined;
    const piece = await pieceOf(project, entry, { offset, length });
    if (piece) return { bytes: piece.bytes, size: entry.bytes, version };
    // Swept since the tree was read, because the version is gone: the next look meets a newer one, or 404.
  }
  throw new Defect('The object of a file is gone.');
};

const MAX_LOOKS = 3;

/** A whole text file as it is now; `undefined` where there is none. */
export const readTextFile = async (
  project: ProjectScope,
  path: string,
): Promise<{ text: string; version: number } | undefined> => {
  const piece = await readFile(project, path, { offset: 0, length: MAX_TEXT_BYTES });
  const text = piece && piece.size <= MAX_TEXT_BYTES ? textIn(piece.bytes) : undefined;
  return text === undefined || !piece ? undefined : { text, version: piece.version };
};

/** Of a text that is edited as one. */
const MAX_TEXT_BYTES = 1024 * 1024;

/** Whether a file has the same bytes in two versions. In one that was thinned out it is not known, and so not the same. */
export const isSameFile = async (
  project: ProjectScope,
  path: string,
  { one, other }: { one: number; other: number },
): Promise<boolean> => {
  if (one === other) return true;
  const entries = await Promise.all([one, other].map((at) => entryAt(project, path, at)));
  return entries[0] !== undefined && sameContent(entries[0], entries[1]);
};

const entryAt = async (project: ProjectScope, path: string, at: number): Promise<Entry | undefined> => {
  try {
    return (await snapshotAt(project, at)).tree.get(filePath(path));
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
};

/** In the order of their paths. `folder` ends before the slash; `after` is a path. */
export const listFiles = async (
  project: ProjectScope,
  { folder, after, limit, at }: { folder?: string; after?: string; limit: number; at?: number | undefined },
): Promise<{ items: FileEntry[]; more: boolean; version: number }> => {
  const prefix = folder === undefined ? '' : `${filePath(folder)}/`;
  const last = after === undefined ? '' : filePath(after);
  const { tree, version } = await snapshotAt(project, at);
  const found = sorted(tree).filter(([path]) => path.startsWith(prefix) && path > last);
  const items = found.slice(0, limit).map(([path, entry]) => ({
    path,
    bytes: entry.bytes,
    modified_at: isoTime(entry.at),
    executable: entry.executable,
  }));
  return { items, more: found.length > limit, version };
};
