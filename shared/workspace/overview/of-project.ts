import type { ProjectScope } from '../../core/scope.ts';
import { textIn } from '../files/merge.ts';
import { wholeOf } from '../files/objects.ts';
import { type Snapshot, snapshotAt } from '../history/versions.ts';
import { type Overview, overviewOf } from './overview.ts';

/** A longer file is not looked into. */
const MAX_BYTES = 1024 * 1024;

/** What the files of a version are, by rules alone; 404 where there is no such version. Without `at`, of the newest. */
export const overviewAt = async (
  project: ProjectScope,
  at?: number | undefined,
): Promise<Overview & { version: number }> => {
  const { tree, version } = await snapshotAt(project, at);
  const overview = await overviewOf([...tree.keys()].toSorted(), (paths) => textsOf(project, tree, paths));
  return { version, ...overview };
};

/** What is gone since the tree was read is left out: its version was thinned out, and who asks again gets 404. */
const textsOf = async (
  project: ProjectScope,
  tree: Snapshot['tree'],
  paths: readonly string[],
): Promise<Map<string, string>> => {
  const texts = await Promise.all(
    paths.map(async (path) => {
      const entry = tree.get(path);
      const bytes = entry && entry.bytes <= MAX_BYTES ? await wholeOf(project, entry) : undefined;
      return [path, bytes && textIn(bytes)] as const;
    }),
  );
  return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
};
