import { isoTime } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { listObjects, putObject, readObject } from '../../platform/objects.ts';
import { filePath, workspacePrefix } from './path.ts';

export type FileEntry = { path: string; bytes: number; modified_at: string };

const keyOf = (project: ProjectScope, path: string): string => workspacePrefix(project) + filePath(path);

export const writeFile = (project: ProjectScope, path: string, content: string): Promise<void> =>
  putObject(keyOf(project, path), content);

/** A piece of a file, and how long the whole is. */
export const readFile = (
  project: ProjectScope,
  path: string,
  range: { offset: number; length: number },
): Promise<{ bytes: Uint8Array; size: number } | undefined> => readObject(keyOf(project, path), range);

/** In the order of their paths. `folder` ends before the slash; `after` is a path. */
export const listFiles = async (
  project: ProjectScope,
  { folder, after, limit }: { folder?: string; after?: string; limit: number },
): Promise<{ items: FileEntry[]; more: boolean }> => {
  const prefix = workspacePrefix(project);
  const { items, more } = await listObjects(folder === undefined ? prefix : `${prefix}${filePath(folder)}/`, {
    limit,
    ...(after !== undefined && { after: prefix + filePath(after) }),
  });
  const entries = items.map(({ key, bytes, modified }) => ({
    path: key.slice(prefix.length),
    bytes,
    modified_at: isoTime(modified),
  }));
  return { items: entries, more };
};
