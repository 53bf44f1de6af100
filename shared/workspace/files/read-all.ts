import { Defect, NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { snapshotAt } from '../history/versions.ts';
import { wholeOf } from './objects.ts';
import type { Tree } from './tree.ts';

export type WholeFile = { content: Uint8Array; executable: boolean };

/** Objects that are read at a time. */
const AT_A_TIME = 16;
const MAX_LOOKS = 3;

/** All files of a version by path, and which version that is; 404 where there is no such version. Without `at`, the newest. */
export const readFiles = async (
  project: ProjectScope,
  { at }: { at?: number | undefined } = {},
): Promise<{ files: Map<string, WholeFile>; version: number }> => {
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const { tree, version } = await snapshotAt(project, at);
    const files = await contentsOf(project, tree);
    if (files) return { files, version };
    // Swept since the tree was read, because the version is gone: the next look meets a newer one, or 404.
  }
  if (at !== undefined) throw new NotFound('There is no such version any more.');
  throw new Defect('The object of a file is gone.');
};

/** `undefined` as soon as one of the objects is gone. */
const contentsOf = async (project: ProjectScope, tree: Tree): Promise<Map<string, WholeFile> | undefined> => {
  const left = [...tree];
  const files = new Map<string, WholeFile>();
  let isWhole = true;
  const read = async (): Promise<void> => {
    for (let next = left.pop(); next && isWhole; next = left.pop()) {
      const [path, entry] = next;
      const content = await wholeOf(project, entry);
      if (content) files.set(path, { content, executable: entry.executable });
      else isWhole = false;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, read));
  return isWhole ? files : undefined;
};
