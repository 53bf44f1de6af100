import { LRUCache } from 'lru-cache';
import { sha256 } from '../../core/digest.ts';
import { Defect } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { listObjects, type Piece, putBytes, readObject } from '../../platform/objects.ts';
import { objectPrefix } from '../../store/index.ts';
import { type Entry, manifestOf, type Tree, treeIn } from './tree.ts';

/*
 * Objects of a workspace, below the project's part of the bucket. Nothing ever changes one. The number in a name is the mark
 * of the sweep before which it was written: see the README, "Garbage".
 *
 * workspace/blob/<mark>/<sha256>        the bytes of a file
 * workspace/manifest/<mark>/<sha256>    the files of a version
 * files/<path>                          a file of before there were versions
 */

/** Where the objects of a workspace lie, but for the files of before. */
export const OBJECTS = 'workspace/';
const EARLIER = 'files/';

export const nameOf = (kind: 'blob' | 'manifest', mark: number, bytes: Buffer): string =>
  `${OBJECTS}${kind}/${mark}/${sha256(bytes)}`;

/** The mark in the name of an object; the files of before are older than every mark. */
export const markIn = (name: string): number => Number(/^workspace\/\w+\/(\d+)\//.exec(name)?.[1] ?? -1);

export const put = (project: ProjectScope, name: string, bytes: Uint8Array): Promise<void> =>
  putBytes(objectPrefix(project) + name, bytes);

/** A piece of a file. */
export const pieceOf = async (
  project: ProjectScope,
  { blob }: Entry,
  piece: Piece,
): Promise<{ bytes: Uint8Array; size: number } | undefined> => {
  const read = await readObject(objectPrefix(project) + blob, piece);
  return read && { bytes: read.bytes, size: read.size };
};

/** A whole file; `undefined`: its version was thinned out since, and its object went with it. */
export const wholeOf = async (project: ProjectScope, entry: Entry): Promise<Uint8Array | undefined> =>
  (await pieceOf(project, entry, { offset: 0, length: Math.max(1, entry.bytes) }))?.bytes;

/** No manifest is longer: 2,000 paths of 512 bytes would be a megabyte before they are compressed. */
const MAX_MANIFEST_BYTES = 8 * 1024 * 1024;

/** A manifest's name holds its digest, so what is kept of it is never old. */
const kept = new LRUCache<string, Tree>({ max: 50, maxSize: 50_000, sizeCalculation: ({ size }) => size + 1 });

export const putManifest = async (project: ProjectScope, mark: number, tree: Tree): Promise<string> => {
  const bytes = manifestOf(tree);
  const name = nameOf('manifest', mark, bytes);
  await put(project, name, bytes);
  kept.set(objectPrefix(project) + name, tree);
  return name;
};

/** `undefined`: the version was thinned out since it was read. */
export const findManifest = async (project: ProjectScope, name: string): Promise<Tree | undefined> => {
  const key = objectPrefix(project) + name;
  const before = kept.get(key);
  if (before) return before;
  const read = await readObject(key, { offset: 0, length: MAX_MANIFEST_BYTES });
  if (!read) return undefined;
  if (read.size > read.bytes.length) throw new Defect('A manifest is longer than any can be.');
  const tree = treeIn(read.bytes);
  kept.set(key, tree);
  return tree;
};

const PAGE = 1_000;

/** Objects below a part of the project's bucket, by their names in it. */
export async function* namesUnder(
  project: ProjectScope,
  folder: string,
): AsyncGenerator<{ name: string; bytes: number; modified: number }> {
  const prefix = objectPrefix(project);
  let after: string | undefined;
  do {
    const { items, more } = await listObjects(prefix + folder, { limit: PAGE, ...(after !== undefined && { after }) });
    for (const { key, bytes, modified } of items) yield { name: key.slice(prefix.length), bytes, modified };
    after = more ? items.at(-1)?.key : undefined;
  } while (after !== undefined);
}

/** The files of before there were versions. They stay where they are: a tree can name them. */
export const earlierTree = async (project: ProjectScope): Promise<Tree> => {
  const tree = new Map<string, Entry>();
  for await (const { name, bytes, modified } of namesUnder(project, EARLIER))
    tree.set(name.slice(EARLIER.length), { blob: name, bytes, at: modified, executable: false });
  return tree;
};

export const isEarlier = (blob: string): boolean => blob.startsWith(EARLIER);
export const EARLIER_FILES = EARLIER;
