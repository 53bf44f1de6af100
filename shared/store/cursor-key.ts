import { randomBytes } from 'node:crypto';
import { MINUTE } from '../core/clock.ts';
import { Defect } from '../core/errors.ts';
import { Kept } from '../core/kept.ts';
import { pointerKeys } from './keys/index.ts';
import { getItem, putItem } from './table.ts';
import { SCHEMA_VERSION } from './version.ts';

const KEY_BYTES = 32;
const notThere = 'attribute_not_exists(#pk)';

/**
 * The deployment's key for cursors, made by the first function that needs it.
 *
 *     one function      finds none ── stores its key ───────────── uses it
 *     another                 finds none ── stores its own: refused ── reads the first one's
 *
 * It lies in the table, beside all that a cursor can lead to: whoever reads the table needs no cursor. A secret of its own
 * would cost each cold container another call to another service.
 */
export const readCursorKey = async (random: (bytes: number) => Buffer = randomBytes): Promise<Buffer> => {
  const standing = await storedKey();
  if (standing) return standing;
  const made = random(KEY_BYTES);
  const item = { ...pointerKeys.cursorKey(), v: SCHEMA_VERSION, key: made.toString('base64') };
  const outcome = await putItem(item, { when: notThere });
  const key = outcome.ok ? made : await storedKey();
  if (!key) throw new Defect('The key of cursors went while it was read.');
  return key;
};

const storedKey = async (): Promise<Buffer | undefined> => {
  const item = await getItem(pointerKeys.cursorKey());
  if (!item) return undefined;
  const key = Buffer.from(String(item.key), 'base64');
  if (key.length !== KEY_BYTES) throw new Defect('The stored key of cursors is not 32 bytes long.');
  return key;
};

/** Read again now and then: whoever removes the item has a new key everywhere within this time. */
const KEPT_FOR = 5 * MINUTE;
const kept = new Kept(() => readCursorKey());

export const cursorKey = (): Promise<Buffer> => kept.youngerThan(KEPT_FOR);
