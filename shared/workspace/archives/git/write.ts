import { deflateSync } from 'node:zlib';
import type { Packed } from '../packed.ts';
import { EXECUTABLE, FILE, FOLDER, type GitObject, idOf, kinds, sha1, treeOf } from './objects.ts';

/** Who made a commit, when (in milliseconds) and why. */
export type Commit = { by: string; at: number; reason: string };

/** A bundle of one commit with these files, on the branch `main`. The same files make the same bytes. */
export async function* writeBundle(files: AsyncIterable<Packed>, commit: Commit): AsyncGenerator<Uint8Array> {
  const packed = new Map<string, Buffer>();
  const add = (object: GitObject): string => {
    const id = idOf(object);
    if (!packed.has(id)) packed.set(id, entryOf(object));
    return id;
  };
  const root: Folder = { folders: new Map(), files: new Map() };
  for await (const { path, content, executable } of files) {
    const id = add({ kind: 'blob', bytes: Buffer.from(content.buffer, content.byteOffset, content.byteLength) });
    place(root, path.split('/'), { id, executable });
  }
  const tip = add(commitOf(addFolder(root, add), commit));
  yield Buffer.from(`# v2 git bundle\n${tip} HEAD\n${tip} refs/heads/main\n\n`);
  const head = Buffer.alloc(12);
  head.write('PACK', 'latin1');
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(packed.size, 8);
  const pieces = [head, ...packed.values()];
  yield* pieces;
  yield sha1(...pieces);
}

/** The type and the length, seven bits a byte after the first four, and the packed bytes. */
const entryOf = ({ kind, bytes }: GitObject): Buffer => {
  const head: number[] = [];
  let byte = (kinds[kind] << 4) | (bytes.length & 0x0f);
  for (let left = bytes.length >> 4; left > 0; left >>= 7) {
    head.push(byte | 0x80);
    byte = left & 0x7f;
  }
  return Buffer.concat([Buffer.from([...head, byte]), deflateSync(bytes)]);
};

type File = { id: string; executable: boolean };
type Folder = { folders: Map<string, Folder>; files: Map<string, File> };

const place = (folder: Folder, [name = '', ...rest]: string[], file: File): void => {
  if (rest.length === 0) {
    folder.files.set(name, file);
    return;
  }
  const inner = folder.folders.get(name) ?? { folders: new Map(), files: new Map() };
  folder.folders.set(name, inner);
  place(inner, rest, file);
};

const addFolder = ({ folders, files }: Folder, add: (object: GitObject) => string): string =>
  add(
    treeOf([
      ...[...folders].map(([name, one]) => ({ mode: FOLDER, name: Buffer.from(name), id: addFolder(one, add) })),
      ...[...files].map(([name, { id, executable }]) => ({
        mode: executable ? EXECUTABLE : FILE,
        name: Buffer.from(name),
        id,
      })),
    ]),
  );

/** Git ends a name at these. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}<>]/gu, ' ').trim();

const commitOf = (tree: string, { by, at, reason }: Commit): GitObject => {
  const who = `${plain(by) || 'Artel'} <> ${Math.floor(at / 1000)} +0000`;
  const lines = [`tree ${tree}`, `author ${who}`, `committer ${who}`, '', `${reason.replaceAll('\0', ' ')}\n`];
  return { kind: 'commit', bytes: Buffer.from(lines.join('\n')) };
};
