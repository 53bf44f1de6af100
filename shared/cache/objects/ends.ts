import { type Clock, MINUTE } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import { ProjectScope, UserScope } from '../../core/scope.ts';
import { deleteObjects, listObjects } from '../../platform/objects.ts';
import {
  type CacheScope,
  cacheKeys,
  deleteItem,
  due,
  getItem,
  type Item,
  keyOfItem,
  SCHEMA_VERSION,
  updateItem,
} from '../../store/index.ts';
import type { Place } from '../level.ts';
import { folderOf } from './names.ts';

/** The `kind` by which the sweeper knows objects of a cached value that is over. */
export const CACHED_OBJECT = 'cached_object';

/** No writer is at work for longer: a function ends after that. */
const LONGEST_WRITE = 15 * MINUTE;

/** S3's limit for one listing and for one deletion. */
const BATCH_SIZE = 1_000;

/** An update keeps what it does not name: that there were parts once. */
const ANNOUNCE =
  'SET #v = :v, #kind = :kind, #user_id = :user_id, #project_id = :project_id, #object = :object, #due_shard = :due_shard, #due_at = :due_at';

/**
 * Says when the objects of a value are over, before the first of them is written: whenever the writer dies, the sweeper
 * finds what it left.
 *
 *     writer     item: due at b ── object ──────────────
 *     sweeper                               due at b: object removed ── item removed, if it is due at b still
 *
 *     sweeper    due at a: object removed ───────────────────────────── item stays: it is due at b
 *     writer            item: due at b ── object (gone with the old one, or not: a miss, or a value)
 *
 * Answers whether any version of the value so far was one of several parts.
 */
export const announce = async ({ scope, name }: Place, { object, ends_at_ms, now }: Announced): Promise<boolean> => {
  const key = cacheKeys.object(scope, name);
  const dueAt = due(key, Math.max(ends_at_ms, now + LONGEST_WRITE));
  const outcome = await updateItem(key, ANNOUNCE, {
    values: { v: SCHEMA_VERSION, kind: CACHED_OBJECT, ...ownerOf(scope), object, ...dueAt },
  });
  return outcome.ok && outcome.item.has_parts === true;
};

type Announced = { object: string; ends_at_ms: number; now: number };

/** Of a user's own values the sweeper is told no project: the name of the object is all that it needs. */
const ownerOf = (scope: CacheScope): { user_id: string; project_id: string } => {
  if (scope instanceof ProjectScope) return { user_id: scope.userId, project_id: scope.projectId };
  if (scope instanceof UserScope) return { user_id: scope.userId, project_id: 'none' };
  throw new Defect('What is configured for everybody is not kept in objects.');
};

/** Says that there are parts, before the first of them is written. */
export const announceParts = async ({ scope, name }: Place): Promise<void> => {
  await updateItem(cacheKeys.object(scope, name), 'SET #has_parts = :yes', { values: { yes: true } });
};

/** Removes all parts of a value but those of one generation, whoever reads them. */
export const removeOtherParts = async (object: string, generation: string | undefined): Promise<void> => {
  const folder = folderOf(object);
  await removeWhere(folder, (key) => key !== object && !key.startsWith(`${folder}${generation}.`));
};

/** Removes the objects of a value that is over, unless it was announced anew. */
export const removeEndedObject = async (found: Item, clock: Clock): Promise<void> => {
  const item = await getItem(keyOfItem(found));
  if (!item || Number(item.due_at) > clock.now()) return;
  await removeWhere(folderOf(String(item.object)), () => true);
  await deleteItem(keyOfItem(item), { when: '#due_at = :seen', values: { seen: item.due_at } });
};

const removeWhere = async (folder: string, isWanted: (key: string) => boolean): Promise<void> => {
  for (let after: string | undefined; ; ) {
    const { items, more } = await listObjects(folder, { limit: BATCH_SIZE, ...(after !== undefined && { after }) });
    await deleteObjects(items.map(({ key }) => key).filter(isWanted));
    if (!more) return;
    after = items.at(-1)?.key;
  }
};
