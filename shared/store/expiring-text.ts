import { type Clock, epochSeconds, SECOND } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { due, type Key, keyOfItem } from './keys/index.ts';
import { deleteItemsWithTexts, packText, unpackText } from './large-text.ts';
import { getItem, type Item, putItem } from './table.ts';
import { SCHEMA_VERSION } from './version.ts';

/** The `kind` by which the sweeper knows a long text whose time is over. */
export const EXPIRING_TEXT = 'expiring_text';

/**
 * Keeps a text until a time, in milliseconds. The table forgets an item by itself, but not the object that a long text lies
 * in: such an item is due at the end of its time, and the sweeper removes both.
 */
export const keepText = async (
  project: ProjectScope,
  key: Key,
  { id, text, until }: { id: string; text: string; until: number },
): Promise<void> => {
  const stored = await packText(project, { id, text });
  const end =
    'content' in stored
      ? { expires_at: epochSeconds(until) }
      : {
          kind: EXPIRING_TEXT,
          user_id: project.userId,
          project_id: project.projectId,
          ends_at: until,
          ...due(key, until),
        };
  await putItem({ ...key, v: SCHEMA_VERSION, ...stored, ...end });
};

/**
 * Notes before anybody puts an object that there may be one until a time, in milliseconds: then the sweeper removes both, whether it
 * came or not.
 */
export const expectObject = async (
  project: ProjectScope,
  key: Key,
  { object, until, ...fields }: { object: string; until: number; bytes: number; sha256: string },
): Promise<void> => {
  const owner = { user_id: project.userId, project_id: project.projectId };
  const end = { kind: EXPIRING_TEXT, ...owner, ends_at: until, ...due(key, until) };
  await putItem({ ...key, v: SCHEMA_VERSION, content_ref: object, ...fields, ...end });
};

/** The text, as long as its time is not over, whether it has been removed yet or not. */
export const keptText = async (key: Key, clock: Clock): Promise<string | undefined> => {
  const item = await getItem(key);
  if (!item || endOf(item) <= clock.now()) return undefined;
  return unpackText({ content: item.content, content_ref: item.content_ref });
};

/** Removes a text that is due, unless it has been kept anew meanwhile. */
export const removeExpiredText = async (found: Item, clock: Clock): Promise<void> => {
  const item = await getItem(keyOfItem(found));
  if (item && endOf(item) <= clock.now()) await deleteItemsWithTexts([item]);
};

const endOf = ({ ends_at, expires_at }: Item): number => Number(ends_at ?? Number(expires_at) * SECOND);
