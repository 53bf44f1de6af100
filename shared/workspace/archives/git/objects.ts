import { createHash } from 'node:crypto';

/* Objects of git, as "Git Internals" and gitformat-pack(5) have them: https://git-scm.com/docs/gitformat-pack */

export const kinds = { commit: 1, tree: 2, blob: 3, tag: 4 } as const;
export type Kind = keyof typeof kinds;
export type GitObject = { kind: Kind; bytes: Buffer };

/** Git names an object by this digest; nothing here relies on its strength. */
export const sha1 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const idOf = ({ kind, bytes }: GitObject): string =>
  sha1(Buffer.from(`${kind} ${bytes.length}\0`), bytes).toString('hex');

export type TreeEntry = { mode: string; name: Buffer; id: string };

export const FOLDER = '40000';
export const FILE = '100644';
export const EXECUTABLE = '100755';

/** Git sorts folders as if their names ended with a slash. */
const sortName = ({ mode, name }: TreeEntry): Buffer =>
  mode === FOLDER ? Buffer.concat([name, Buffer.from('/')]) : name;

export const treeOf = (entries: TreeEntry[]): GitObject => {
  const sorted = entries.toSorted((one, other) => Buffer.compare(sortName(one), sortName(other)));
  const lines = sorted.flatMap(({ mode, name, id }) => [
    Buffer.from(`${mode} `),
    name,
    Buffer.from([0]),
    Buffer.from(id, 'hex'),
  ]);
  return { kind: 'tree', bytes: Buffer.concat(lines) };
};

const ID_BYTES = 20;

/** `undefined`: it is no tree. */
export const entriesIn = (tree: Buffer): TreeEntry[] | undefined => {
  const found: TreeEntry[] = [];
  for (let at = 0; at < tree.length; ) {
    const blank = tree.indexOf(0x20, at);
    const nul = tree.indexOf(0, blank);
    if (blank < at || nul < blank || nul + 1 + ID_BYTES > tree.length) return undefined;
    const id = tree.toString('hex', nul + 1, nul + 1 + ID_BYTES);
    found.push({ mode: tree.toString('latin1', at, blank), name: tree.subarray(blank + 1, nul), id });
    at = nul + 1 + ID_BYTES;
  }
  return found;
};
