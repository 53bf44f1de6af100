import * as z from 'zod';
import { DAY } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { due, getItem, type Item, projectKeys, SCHEMA_VERSION, type Write } from '../../store/index.ts';
import { findManifest } from '../files/objects.ts';
import type { Tree } from '../files/tree.ts';

/** The kind of the item by which the sweeper knows it. */
export const WORKSPACE = 'workspace';

const headSchema = z.object({
  /** The newest version. */
  version: z.int(),
  manifest: z.string(),
  /** How many sweeps have begun: objects are named after it. */
  mark: z.int(),
  due_at: z.int().optional(),
});
export type Head = z.infer<typeof headSchema>;

export const readHead = (item: Item): Head => headSchema.parse(item);

/** `undefined`: nothing was committed yet. */
export const findHead = async (project: ProjectScope): Promise<Head | undefined> => {
  const item = await getItem(projectKeys.workspace(project));
  return item && readHead(item);
};

const nobodyBegan = 'attribute_not_exists(#pk)';
const nothingSince = '#version = :read and #mark = :mark';

/** How long after a commit the workspace is looked through for what nothing needs any more. */
const SWEPT_AFTER = DAY;

type Move = { read: Head | undefined; version: number; manifest: string; now: number };

/**
 * Moves the head on, unless somebody else did, or a sweep has begun: then what was put for this version may be swept away.
 *
 *     writer     reads 7, mark 3 ── puts blob and manifest under mark 3 ─────── too late: loses, puts again under 4
 *     sweeper                             mark 3 → 4 ── lists versions ── removes what none of them names
 */
export const moveHead = (project: ProjectScope, { read, version, manifest, now }: Move): Write => {
  const key = projectKeys.workspace(project);
  return {
    key,
    update:
      'set #v = :v, #kind = :kind, #user_id = :user, #project_id = :project, #version = :version, #manifest = :manifest, #mark = :mark, #due_at = if_not_exists(#due_at, :due_at), #due_shard = :due_shard',
    when: read ? nothingSince : nobodyBegan,
    values: {
      v: SCHEMA_VERSION,
      kind: WORKSPACE,
      user: project.userId,
      project: project.projectId,
      version,
      manifest,
      mark: read?.mark ?? 0,
      ...(read && { read: read.version }),
      ...due(key, now + SWEPT_AFTER),
    },
  };
};

/** The files of the newest version. Whoever finds them thinned out meanwhile, by a newer one, looks again. */
export const treeOf = (project: ProjectScope, head: Head): Promise<Tree | undefined> =>
  findManifest(project, head.manifest);
