import { Conflict } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { projectKeys, queryAll, ranges, updateItem } from '../../store/index.ts';
import { publicVersion, readVersion, type Version } from './version.ts';
import { noSuchVersion } from './versions.ts';

/** Tagged versions are never thinned out, so there is an end to them. */
const MOST_TAGGED = 200;

const stillKept = 'attribute_exists(#pk)';

/** Names a version, or takes its name away, so that it is kept, or not. The same name may be given to several. */
export const tagVersion = async (project: ProjectScope, version: number, tag: string | null): Promise<Version> => {
  if (tag !== null && (await tagged(project)).filter((one) => one !== version).length >= MOST_TAGGED)
    throw new Conflict(`At most ${MOST_TAGGED} versions have a tag. Take one away from another first.`);
  const key = projectKeys.workspaceVersion(project, version);
  const outcome = await updateItem(key, tag === null ? 'remove #tag' : 'set #tag = :tag', {
    when: stillKept,
    ...(tag !== null && { values: { tag } }),
  });
  if (!outcome.ok) throw noSuchVersion();
  return publicVersion(readVersion(outcome.item));
};

const tagged = async (project: ProjectScope): Promise<number[]> => {
  const found: number[] = [];
  for await (const item of queryAll(ranges.workspaceVersions(project)))
    if (item.tag !== undefined) found.push(readVersion(item).version);
  return found;
};
