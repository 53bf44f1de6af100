import { type Clock, isoTime, systemClock } from '../core/clock.ts';
import { NotFound } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { stopMachine } from '../sandbox/index.ts';
import {
  deleteItem,
  due,
  getItem,
  type Item,
  type Key,
  type Page,
  pointerKeys,
  projectKeys,
  queryFiltered,
  ranges,
  transact,
} from '../store/index.ts';
import { forgottenAt, isOver, type Preview, readPreview, type StoredPreview } from './preview.ts';
import { previewSeen } from './program/look.ts';
import { findRunning } from './program/stored.ts';

const noSuchPreview = (): NotFound => new NotFound('There is no such preview; it may be over.');

export const standing = async (project: ProjectScope, id: string, now: number): Promise<StoredPreview> => {
  const item = await getItem(projectKeys.preview(project, id));
  const preview = item && readPreview(item);
  if (!preview || isOver(preview, now)) throw noSuchPreview();
  return preview;
};

/** Until when one is shown, without a look at what its program does. */
export const findStanding = async (
  project: ProjectScope,
  id: string,
  clock: Clock = systemClock,
): Promise<{ id: string; expires_at: string }> => {
  const { preview_id, ends_at } = await standing(project, id, clock.now());
  return { id: preview_id, expires_at: isoTime(ends_at) };
};

export const findPreview = async (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<Preview> =>
  previewSeen(project, await standing(project, id, clock.now()), clock);

/** In the order they were made in, or its reverse; `after` and `next` are sort keys. */
export const listPreviews = async (
  project: ProjectScope,
  { newestFirst = true, ...page }: { limit: number; after?: string; newestFirst?: boolean },
  clock: Clock = systemClock,
): Promise<Page<Preview>> => {
  const found = await queryFiltered({ ...ranges.previews(project), ...page, newestFirst }, (items) =>
    items.map(readPreview).map((preview) => (isOver(preview, clock.now()) ? undefined : preview)),
  );
  return { ...found, items: await Promise.all(found.items.map((preview) => previewSeen(project, preview, clock))) };
};

/**
 * What was removed does not come back:
 *
 *     one        reads the preview ─────────── too late: extends nothing, 404
 *     another         ends it, and removes it
 */
const stillThere = 'attribute_exists(#pk)';

/** What lies beside a preview, and is forgotten with it. */
const besides = (project: ProjectScope, { preview_id, hash, program }: StoredPreview): Key[] => [
  pointerKeys.preview(hash),
  projectKeys.captured(project, preview_id),
  ...(program ? [projectKeys.program(project, preview_id)] : []),
];

/** It ends `ttlMs` from now, later or sooner than before. Its address stays the same. */
export const extend = async (
  project: ProjectScope,
  id: string,
  { ttlMs }: { ttlMs: number },
  clock: Clock = systemClock,
): Promise<Preview> => {
  const now = clock.now();
  const before = await standing(project, id, now);
  const after: StoredPreview = { ...before, ends_at: now + ttlMs };
  const key = projectKeys.preview(project, id);
  const outcome = await transact([
    {
      key,
      update: 'set #ends_at = :ends_at, #expires_at = :expires_at, #due_at = :due_at, #due_shard = :due_shard',
      when: stillThere,
      values: {
        ends_at: after.ends_at,
        expires_at: forgottenAt(after),
        ...due(key, after.ends_at),
      },
    },
    ...besides(project, before).map((beside) => ({
      key: beside,
      update: 'set #expires_at = :expires_at',
      when: stillThere,
      values: { expires_at: forgottenAt(after) },
    })),
  ]);
  if (!outcome.ok) throw noSuchPreview();
  return previewSeen(project, after, clock);
};

/** Nobody sees it any more once this returns. */
export const end = async (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<void> => {
  await remove(project, await standing(project, id, clock.now()));
};

/**
 * What leads to it first, so that at no time anything is shown whose end is on record. The machine of a program goes before its item,
 * which names it; whoever starts it meanwhile finds no item, and ends what they started. Repeatable at any point.
 */
const remove = async (project: ProjectScope, preview: StoredPreview): Promise<void> => {
  const [leading, ...others] = besides(project, preview);
  if (leading) await deleteItem(leading);
  const running = preview.program && (await findRunning(project, preview.preview_id));
  if (running?.service !== undefined) await stopMachine(project, running.service);
  for (const key of others) await deleteItem(key);
  await deleteItem(projectKeys.preview(project, preview.preview_id));
};

/** Of a preview that is due: removes it, unless it was extended since it was found. */
export const removeEnded = async (project: ProjectScope, found: Item, clock: Clock = systemClock): Promise<void> => {
  const preview = readPreview(found);
  const item = await getItem(projectKeys.preview(project, preview.preview_id));
  if (item && isOver(readPreview(item), clock.now())) await remove(project, preview);
};
