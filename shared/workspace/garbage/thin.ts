import { isoTime } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { deleteItem, projectKeys, queryAll, ranges } from '../../store/index.ts';
import { findHead } from '../history/head.ts';
import { readVersion, type StoredVersion } from '../history/version.ts';

type Dated = Pick<StoredVersion, 'version' | 'tag' | 'created_at'>;

const dayOf = ({ created_at }: Dated): string => isoTime(created_at).slice(0, 10);

/** Which versions to let go, of all in their order: the newest `most` stay, and of older ones the tagged and each day's last. */
export const superfluous = <V extends Dated>(versions: readonly V[], most: number): V[] => {
  const lastOfDay = new Map(versions.map((one) => [dayOf(one), one.version]));
  return versions
    .slice(0, Math.max(0, versions.length - most))
    .filter((one) => one.tag === undefined && lastOfDay.get(dayOf(one)) !== one.version);
};

const untagged = 'attribute_not_exists(#tag)';

/** Versions of one call: what is left is thinned out by the next. */
const BATCH = 200;

/**
 * Removes versions that are too many; what they alone named is garbage from then on. Says whether there are more. One that is
 * tagged meanwhile stays.
 */
export const thin = async (project: ProjectScope, most: number): Promise<{ more: boolean }> => {
  const head = await findHead(project);
  const versions: StoredVersion[] = [];
  for await (const item of queryAll(ranges.workspaceVersions(project))) versions.push(readVersion(item));
  const old = superfluous(versions, most).filter(({ version }) => version !== head?.version);
  for (const { version } of old.slice(0, BATCH))
    await deleteItem(projectKeys.workspaceVersion(project, version), { when: untagged });
  return { more: old.length > BATCH };
};
