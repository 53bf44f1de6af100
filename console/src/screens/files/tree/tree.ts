import type { FileEntry } from '../api.ts';

export type FileNode = { kind: 'file'; name: string; path: string; entry: FileEntry };
export type FolderNode = { kind: 'folder'; name: string; path: string; children: readonly TreeNode[] };
export type TreeNode = FileNode | FolderNode;

type Draft = { files: FileEntry[]; folders: Map<string, Draft> };

const newDraft = (): Draft => ({ files: [], folders: new Map() });

/** Folders and files as paths name them: folders first, each kind in the order of its names. */
export const treeOf = (files: readonly FileEntry[]): readonly TreeNode[] => {
  const root = newDraft();
  for (const file of files) {
    let folder = root;
    for (const name of file.path.split('/').slice(0, -1)) {
      const next = folder.folders.get(name) ?? newDraft();
      folder.folders.set(name, next);
      folder = next;
    }
    folder.files.push(file);
  }
  return nodesOf(root, '');
};

const nodesOf = ({ folders, files }: Draft, above: string): TreeNode[] => [
  ...[...folders].sort(byName(([name]) => name)).map(([name, draft]): FolderNode => {
    const path = `${above}${name}`;
    return { kind: 'folder', name, path, children: nodesOf(draft, `${path}/`) };
  }),
  ...files
    .map((entry): FileNode => ({ kind: 'file', name: entry.path.slice(above.length), path: entry.path, entry }))
    .sort(byName(({ name }) => name)),
];

const byName =
  <T>(nameOf: (one: T) => string) =>
  (one: T, other: T): number =>
    nameOf(one) < nameOf(other) ? -1 : 1;

/** Files whose path has all the words, whatever their capitals. */
export const matching = (files: readonly FileEntry[], text: string): readonly FileEntry[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return files.filter(({ path }) => words.every((word) => path.toLowerCase().includes(word)));
};

/** Every folder that something at the path lies in: `a`, `a/b` of `a/b/c`. */
export const foldersAbove = (path: string): string[] => {
  const names = path.split('/');
  return names.slice(0, -1).map((_, index) => names.slice(0, index + 1).join('/'));
};

/** What is at a path: a file, a folder with its files, or nothing. */
export const foundAt = (
  files: readonly FileEntry[],
  path: string,
): { file: FileEntry } | { folder: readonly FileEntry[] } | undefined => {
  const file = files.find((one) => one.path === path);
  if (file) return { file };
  const folder = files.filter((one) => one.path.startsWith(`${path}/`));
  return folder.length > 0 ? { folder } : undefined;
};
