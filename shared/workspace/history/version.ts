import * as z from 'zod';
import { isoTime } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Item, projectKeys, SCHEMA_VERSION, type StoredItem } from '../../store/index.ts';

/** Who made a version. */
export const authorSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('person') }),
    z.object({ kind: z.literal('agent'), key: z.string(), name: z.string() }),
    z.object({ kind: z.literal('plug_in'), webhook_id: z.string(), name: z.string() }),
    /** What nobody decided: files of before there were versions. */
    z.object({ kind: z.literal('system') }),
  ])
  .meta({ id: 'VersionAuthor' });
export type Author = z.infer<typeof authorSchema>;

/** The step of a run that a version belongs to. */
export const stepOfRunSchema = z
  .object({ run_id: z.string(), task_id: z.string(), step: z.int() })
  .meta({ id: 'StepOfRun' });
export type StepOfRun = z.infer<typeof stepOfRunSchema>;

export const tagSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'Must be like v1.2: letters, digits, dots, dashes, underscores.')
  .meta({ id: 'VersionTag' });

const figures = { added: z.int(), changed: z.int(), removed: z.int() };

/** A version as it is stored. */
const storedSchema = z.object({
  version: z.int(),
  parent: z.int(),
  manifest: z.string(),
  files: z.int(),
  bytes: z.int(),
  author: authorSchema,
  reason: z.string(),
  of: stepOfRunSchema.optional(),
  stats: z.object(figures),
  restored: z.int().optional(),
  tag: z.string().optional(),
  created_at: z.int(),
});
export type StoredVersion = z.infer<typeof storedSchema>;

export const versionSchema = z
  .object({
    version: z.int(),
    /** The one it was made from; 0 for none. It may have been thinned out since. */
    parent: z.int(),
    author: authorSchema,
    reason: z.string(),
    made_by: stepOfRunSchema.nullable(),
    changes: z.object(figures).meta({ id: 'VersionChanges' }),
    files: z.int(),
    bytes: z.int(),
    /** The version whose files it brought back. */
    restored: z.int().nullable(),
    tag: z.string().nullable(),
    created_at: z.string(),
  })
  .meta({ id: 'WorkspaceVersion' });
export type Version = z.infer<typeof versionSchema>;

export const readVersion = (item: Item): StoredVersion => storedSchema.parse(item);

export const versionItem = (project: ProjectScope, version: StoredVersion): StoredItem => ({
  ...projectKeys.workspaceVersion(project, version.version),
  v: SCHEMA_VERSION,
  user_id: project.userId,
  project_id: project.projectId,
  ...version,
});

export const publicVersion = ({ version, parent, ...stored }: StoredVersion): Version => ({
  version,
  parent,
  author: stored.author,
  reason: stored.reason,
  made_by: stored.of ?? null,
  changes: stored.stats,
  files: stored.files,
  bytes: stored.bytes,
  restored: stored.restored ?? null,
  tag: stored.tag ?? null,
  created_at: isoTime(stored.created_at),
});
