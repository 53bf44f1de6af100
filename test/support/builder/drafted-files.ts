import type { Draft } from '../../../shared/builder/steps/steps.ts';
import type { FileChange, SandboxFile } from '../../../shared/sandbox/index.ts';
import type { Change } from '../../../shared/workspace/index.ts';

export type FilesByPath = Map<string, SandboxFile>;

const bytes = (content: string | Uint8Array): Uint8Array => new Uint8Array(Buffer.from(content));

export const filesFrom = (texts: Readonly<Record<string, string>>): FilesByPath =>
  new Map(Object.entries(texts).map(([path, text]) => [path, { content: bytes(text) }]));

/** No tree can be changed like this. */
export class DraftRefused extends Error {}

/** The files of a draft, by rules written a second time: those of the workspace are what drafts are for. */
export const draftedFiles = (
  base: ReadonlyMap<string, SandboxFile>,
  { changes }: Pick<Draft, 'changes'>,
): FilesByPath => {
  const files: FilesByPath = new Map(base);
  for (const change of changes) {
    if ('content' in change) {
      const executable = change.executable ?? files.get(change.path)?.executable ?? false;
      files.set(change.path, { content: bytes(change.content), executable });
      continue;
    }
    const named = [...files.keys()].filter((path) => path === change.path || path.startsWith(`${change.path}/`));
    if (named.length === 0) throw new DraftRefused(`no file ${change.path}`);
    for (const path of named) {
      const file = files.get(path) as SandboxFile;
      files.delete(path);
      if ('remove' in change) continue;
      const to = change.moveTo + path.slice(change.path.length);
      if (files.has(to)) throw new DraftRefused(`a file ${to} already`);
      files.set(to, file);
    }
  }
  return files;
};

/** What a command did, as changes of a draft. */
export const changesFrom = (changed: readonly FileChange[]): Change[] =>
  changed.map(({ path, content, executable }) =>
    content === undefined
      ? { path, remove: true }
      : { path, content, ...(executable === undefined ? {} : { executable }) },
  );

/** Files as text, to be compared: bytes in hexadecimal where they are no text. */
export const readable = (files: ReadonlyMap<string, SandboxFile>): Record<string, string> =>
  Object.fromEntries(
    [...files]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, { content, executable }]) => [
        path,
        `${executable ? 'x' : '-'} ${Buffer.from(content).toString('latin1')}`,
      ]),
  );
