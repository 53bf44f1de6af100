import { NotFound, Unavailable } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { getItem, type Page, projectKeys, queryFiltered, ranges } from '../../store/index.ts';
import { earlierTree, findManifest } from '../files/objects.ts';
import type { Tree } from '../files/tree.ts';
import { findHead, type Head, treeOf } from './head.ts';
import { publicVersion, readVersion, type StoredVersion, type Version } from './version.ts';

export const noSuchVersion = (): NotFound =>
  new NotFound('There is no such version of the files; it may have been thinned out.');

/** 404 for one that never was, or was thinned out. */
export const findVersion = async (project: ProjectScope, version: number): Promise<StoredVersion> => {
  const item = await getItem(projectKeys.workspaceVersion(project, version));
  if (!item) throw noSuchVersion();
  return readVersion(item);
};

/** `after` and `next` are sort keys. The newest first, unless it is said otherwise. */
export const listVersions = (
  project: ProjectScope,
  { newestFirst = true, ...page }: { limit: number; after?: string; newestFirst?: boolean },
): Promise<Page<Version>> =>
  queryFiltered({ ...ranges.workspaceVersions(project), ...page, newestFirst }, (items) =>
    items.map((item) => publicVersion(readVersion(item))),
  );

/** The files of a project as they are now. `head` is missing until the first commit, and then the version is 0. */
export type Snapshot = { version: number; tree: Tree; head?: Head };

/** A head whose manifest was swept is not the newest any more; so often in a row it is something else. */
const MAX_LOOKS = 5;

export const newest = async (project: ProjectScope): Promise<Snapshot> => {
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const head = await findHead(project);
    if (!head) return { version: 0, tree: await earlierTree(project) };
    const tree = await treeOf(project, head);
    if (tree) return { version: head.version, tree, head };
  }
  throw new Unavailable('The files are being changed; retry shortly.', { retryAfter: 1 });
};

/** The files at a version, or now. */
export const snapshotAt = async (project: ProjectScope, version?: number): Promise<Snapshot> => {
  if (version === undefined) return newest(project);
  const { manifest } = await findVersion(project, version);
  const tree = await findManifest(project, manifest);
  if (!tree) throw noSuchVersion();
  return { version, tree };
};
