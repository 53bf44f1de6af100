import { type Clock, systemClock } from '../core/clock.ts';
import { NotFound } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import {
  deleteItem,
  due,
  getItem,
  type Item,
  type Page,
  pointerKeys,
  projectKeys,
  queryFiltered,
  ranges,
  transact,
} from '../store/index.ts';
import { forgottenAt, isOver, type Preview, publicPreview, readPreview, type StoredPreview } from './preview.ts';

const noSuchPreview = (): NotFound => new NotFound('There is no such preview; it may be over.');

const standing = async (project: ProjectScope, id: string, now: number): Promise<StoredPreview> => {
  const item = await getItem(projectKeys.preview(project, id));
  const preview = item && readPreview(item);
  if (!preview || isOver(preview, now)) throw noSuchPreview();
  return preview;
};

export const findPreview = async (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<Preview> =>
  publicPreview(await standing(project, id, clock.now()));

/** In the order they were made in, or its reverse; `after` and `next` are sort keys. */
export const listPreviews = (
  project: ProjectScope,
  { newestFirst = true, ...page }: { limit: number; after?: string; newestFirst?: boolean },
  clock: Clock = systemClock,
): Promise<Page<Preview>> =>
  queryFiltered({ ...ranges.previews(project), ...page, newestFirst }, (items) =>
    items.map((item) => {
      const preview = readPreview(item);
      return isOver(preview, clock.now()) ? undefined : publicPreview(preview);
    }),
  );

/**
 * What was removed does not come back:
 *
 *     one        reads the preview ─────────── too late: extends nothing, 404
 *     another         ends it, and removes it
 */
const stillThere = 'attribute_exists(#pk)';

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
    ...[pointerKeys.preview(before.hash), projectKeys.captured(project, id)].map((beside) => ({
      key: beside,
      update: 'set #expires_at = :expires_at',
      when: stillThere,
      values: { expires_at: forgottenAt(after) },
    })),
  ]);
  if (!outcome.ok) throw noSuchPreview();
  return publicPreview(after);
};

/** Nobody sees it any more once this returns. */
export const end = async (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<void> => {
  await remove(project, await standing(project, id, clock.now()));
};

/** What leads to it first, so that at no time anything is shown whose end is on record. Repeatable at any point. */
const remove = async (project: ProjectScope, { preview_id, hash }: StoredPreview): Promise<void> => {
  await deleteItem(pointerKeys.preview(hash));
  await deleteItem(projectKeys.captured(project, preview_id));
  await deleteItem(projectKeys.preview(project, preview_id));
};

/** Of a preview that is due: removes it, unless it was extended since it was found. */
export const removeEnded = async (project: ProjectScope, found: Item, clock: Clock = systemClock): Promise<void> => {
  const preview = readPreview(found);
  const item = await getItem(projectKeys.preview(project, preview.preview_id));
  if (item && isOver(readPreview(item), clock.now())) await remove(project, preview);
};
