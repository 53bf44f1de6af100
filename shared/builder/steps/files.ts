import { LRUCache } from 'lru-cache';
import type { ProjectScope } from '../../core/scope.ts';
import type { SandboxFile } from '../../sandbox/index.ts';
import {
  type Change,
  filePath,
  listFiles,
  type Overview,
  overviewOf,
  readFile,
  textIn,
} from '../../workspace/index.ts';
import type { Draft } from './steps.ts';

/** A file of a draft: its new bytes, or where they are in the version the draft began at. */
type DraftFile = { executable: boolean } & ({ content: Uint8Array } | { from: string });

const MOST_FILES = 2_000;
const MOST_BYTES = 16 * 1024 * 1024;

/** Files of versions never change, so a container may keep them; keys begin with the scope. */
const kept = new LRUCache<string, Uint8Array>({
  maxSize: 48 * 1024 * 1024,
  sizeCalculation: ({ length }) => length + 1,
});

/** Version 0 has the files of before there were versions, as long as nobody has committed. */
const listedAt = async (project: ProjectScope, base: number) => {
  const listed = await listFiles(project, { limit: MOST_FILES, ...(base > 0 && { at: base }) });
  return base === 0 && listed.version !== 0 ? [] : listed.items;
};

/** Every file of the draft by its path. Changes of files that are not there are left out: the commit refuses them. */
export const filesIn = async (project: ProjectScope, { base, changes }: Draft): Promise<Map<string, DraftFile>> => {
  const listed = await listedAt(project, base);
  const files = new Map<string, DraftFile>(
    listed.map(({ path, executable }) => [path, { from: path, executable }] as const),
  );
  for (const change of changes) apply(files, change);
  return files;
};

const apply = (files: Map<string, DraftFile>, change: Change): void => {
  const path = filePath(change.path);
  if ('content' in change) {
    const content = typeof change.content === 'string' ? Buffer.from(change.content) : change.content;
    files.set(path, { content, executable: change.executable ?? files.get(path)?.executable ?? false });
    return;
  }
  const named = files.has(path) ? [path] : [...files.keys()].filter((one) => one.startsWith(`${path}/`));
  for (const one of named) {
    const file = files.get(one);
    files.delete(one);
    if (file && 'moveTo' in change) files.set(filePath(change.moveTo) + one.slice(path.length), file);
  }
};

/** `undefined`: the object is gone, because the version is. */
const bytesOf = async (project: ProjectScope, base: number, file: DraftFile): Promise<Uint8Array | undefined> => {
  if ('content' in file) return file.content;
  const name = `${project.prefix} ${base} ${file.from}`;
  const known = base > 0 ? kept.get(name) : undefined;
  if (known) return known;
  const piece = await readFile(project, file.from, { offset: 0, length: MOST_BYTES, ...(base > 0 && { at: base }) });
  if (piece && base > 0) kept.set(name, piece.bytes);
  return piece?.bytes;
};

/** A text file of the draft; `undefined` where there is none, or it is not text. */
export const textOf = async (project: ProjectScope, draft: Draft, path: string): Promise<string | undefined> => {
  const file = (await filesIn(project, draft)).get(path);
  const bytes = file && (await bytesOf(project, draft.base, file));
  return bytes && textIn(bytes);
};

/** Text files of the draft, one after the other in the order of their paths, at most so many. */
export async function* textsIn(
  project: ProjectScope,
  draft: Draft,
  most: number,
): AsyncGenerator<{ path: string; text: string }> {
  const files = [...(await filesIn(project, draft))].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [path, file] of files.slice(0, most)) {
    const bytes = await bytesOf(project, draft.base, file);
    const text = bytes && textIn(bytes);
    if (text !== undefined) yield { path, text };
  }
}

export const pathsOf = async (project: ProjectScope, draft: Draft): Promise<string[]> =>
  [...(await filesIn(project, draft)).keys()].sort();

/** What the project is as the draft has it. */
export const overviewIn = async (project: ProjectScope, draft: Draft): Promise<Overview> => {
  const files = await filesIn(project, draft);
  return overviewOf([...files.keys()].toSorted(), async (paths) => {
    const texts = await Promise.all(
      paths.map(async (path) => {
        const file = files.get(path);
        const bytes = file && (await bytesOf(project, draft.base, file));
        return [path, bytes && textIn(bytes)] as const;
      }),
    );
    return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
  });
};

const TOGETHER = 16;

/** All files with their bytes, as a sandbox takes them. */
export const contentsOf = async (project: ProjectScope, draft: Draft): Promise<Map<string, SandboxFile>> => {
  const contents = new Map<string, SandboxFile>();
  const files = [...(await filesIn(project, draft))];
  for (let from = 0; from < files.length; from += TOGETHER) {
    const some = files.slice(from, from + TOGETHER);
    const read = await Promise.all(some.map(([, file]) => bytesOf(project, draft.base, file)));
    for (const [index, [path, { executable }]] of some.entries()) {
      const content = read[index];
      if (content) contents.set(path, { content, ...(executable && { executable }) });
    }
  }
  return contents;
};
