import * as z from 'zod';
import { DAY, epochSeconds, isoTime } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { due, type Item, projectKeys, SCHEMA_VERSION, type StoredItem } from '../store/index.ts';

/** The kind of the item by which the sweeper knows it. */
export const PREVIEW = 'preview';

/** The table forgets by itself what the sweeper, which comes first, should have failed to remove. */
const FORGOTTEN_AFTER = DAY;

const NEWEST = 'newest';

const storedSchema = z.object({
  preview_id: z.string(),
  user_id: z.string(),
  project_id: z.string(),
  /** Of the token in its address. */
  hash: z.string(),
  version: z.union([z.int().min(1), z.literal(NEWEST)]),
  /** Without a slash at its end; empty for the root of the files. */
  folder: z.string(),
  fallback: z.boolean(),
  /** What answers in place of files. It stands here, where the function that shows previews can change nothing. */
  program: z.object({ command: z.string(), port: z.int() }).optional(),
  /** The build whose page it shows, and its session, which is told of errors. */
  built: z.object({ session_id: z.string(), run_id: z.string() }).optional(),
  created_at: z.int(),
  ends_at: z.int(),
});
export type StoredPreview = z.infer<typeof storedSchema>;

export const readPreview = (item: Item): StoredPreview => storedSchema.parse(item);

/** When the table may forget what belongs to a preview. */
export const forgottenAt = ({ ends_at }: Pick<StoredPreview, 'ends_at'>): number =>
  epochSeconds(ends_at + FORGOTTEN_AFTER);

export const previewItem = (project: ProjectScope, preview: StoredPreview): StoredItem => {
  const key = projectKeys.preview(project, preview.preview_id);
  return {
    ...key,
    v: SCHEMA_VERSION,
    kind: PREVIEW,
    ...preview,
    expires_at: forgottenAt(preview),
    ...due(key, preview.ends_at),
  };
};

/** A preview that is over is over at that moment, whether or not it was removed yet. */
export const isOver = ({ ends_at }: StoredPreview, now: number): boolean => ends_at <= now;

const programStates = ['starting', 'running', 'stopped', 'failed'] as const;

const programSchema = z
  .object({
    command: z.string(),
    port: z.int(),
    version: z.int().nullable().meta({ description: 'Of the files that it was started on.' }),
    started_at: z.string().nullable(),
    exit: z.int().nullable().meta({ description: 'With which it ended by itself.' }),
    output: z.string().nullable().meta({ description: 'The end of what it wrote, where it failed.' }),
  })
  .meta({ id: 'PreviewProgram' });

export const previewSchema = z
  .object({
    id: z.string(),
    state: z.enum(['ready', ...programStates]).meta({
      description:
        'Of files always "ready". A program is "starting" until it listens on its port, "failed" once it has ended by itself, and "stopped" once its person, half an hour without a request, or its longest time, has ended it. What is over is not found any more.',
    }),
    version: z
      .union([z.int(), z.literal(NEWEST)])
      .meta({ description: 'With "newest" it follows the files: open pages load again once they changed.' }),
    folder: z.string().nullable(),
    fallback: z.boolean(),
    program: programSchema.nullable().meta({ description: 'What answers its requests in place of files.' }),
    created_at: z.string(),
    expires_at: z.string(),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof previewSchema>;

/** How a program was found when it was looked at. */
export type Seen = Omit<z.infer<typeof programSchema>, 'command' | 'port'> & { state: (typeof programStates)[number] };

export const publicPreview = (stored: StoredPreview, seen?: Seen): Preview => ({
  id: stored.preview_id,
  state: seen?.state ?? 'ready',
  version: stored.version,
  folder: stored.folder === '' ? null : stored.folder,
  fallback: stored.fallback,
  program: stored.program && seen ? { ...stored.program, ...withoutState(seen) } : null,
  created_at: isoTime(stored.created_at),
  expires_at: isoTime(stored.ends_at),
});

const withoutState = ({ state: _, ...seen }: Seen): Omit<Seen, 'state'> => seen;
