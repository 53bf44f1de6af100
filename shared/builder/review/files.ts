import { Unprocessable } from '../../core/errors.ts';
import { type Change, filePath } from '../../workspace/index.ts';

export type Content = string | Uint8Array;

/** A file after some changes: which one it was before, and what was written to it. */
export type FileAfter = { origin?: string; written?: { content: Content; executable?: boolean | undefined } };

/** What changes make of a tree of which the paths are known, by the rules of a commit. */
export const filesAfter = (paths: readonly string[], changes: readonly Change[]): Map<string, FileAfter> => {
  const files = new Map<string, FileAfter>(paths.map((path) => [path, { origin: path }]));
  for (const change of changes) {
    const path = filePath(change.path);
    if ('content' in change) {
      const { content, executable = files.get(path)?.written?.executable } = change;
      files.set(path, {
        ...files.get(path),
        written: { content, ...(executable === undefined ? {} : { executable }) },
      });
      continue;
    }
    const named = files.has(path) ? [path] : [...files.keys()].filter((one) => one.startsWith(`${path}/`));
    if (named.length === 0) throw new Unprocessable(`There is no file ${path}.`);
    for (const one of named) {
      const file = files.get(one) as FileAfter;
      files.delete(one);
      if ('remove' in change) continue;
      const to = filePath(change.moveTo + one.slice(path.length));
      if (files.has(to)) throw new Unprocessable(`There is a file ${to} already: remove it first.`);
      files.set(to, file);
    }
  }
  return files;
};
