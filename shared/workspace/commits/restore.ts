import { type Clock, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { projectKeys, type Write } from '../../store/index.ts';
import type { Author } from '../history/version.ts';
import { findVersion, snapshotAt } from '../history/versions.ts';
import { type Committed, untilFirst } from './commit.ts';

const stillKept = 'attribute_exists(#pk)';

/**
 * A new version with the files of an earlier one, exactly as they were; the versions between stay. That one must be there until
 * the new version stands:
 *
 *     restore     reads version 3 ───────────────────────────────────── too late: version 3 is gone, 404
 *     sweeper             removes version 3 ── removes what it alone names
 */
export const restore = async (
  project: ProjectScope,
  version: number,
  { author, reason, clock = systemClock }: { author: Author; reason?: string | undefined; clock?: Clock },
): Promise<Committed> => {
  const about = { author, reason: reason ?? `Back to version ${version}` };
  const check: Write = { check: projectKeys.workspaceVersion(project, version), when: stillKept };
  return untilFirst(project, { clock }, async () => {
    const [{ manifest }, { tree }] = await Promise.all([findVersion(project, version), snapshotAt(project, version)]);
    return { tree, merged: [], about, restored: { version, manifest, check } };
  });
};
