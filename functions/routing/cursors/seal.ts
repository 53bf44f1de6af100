import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/*
 * A cursor as clients see it: nonce, sealed position and tag, in base64url. It is sealed with AES-256-GCM (NIST SP 800-38D)
 * under a key that is derived for its user, and the list it was made for is authenticated with it.
 */

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a cursor belongs to. `list` names the route, what its path names, and the filters and the order of the list. */
export type CursorOwner = { user: string; list: string };

/** A key for each user keeps the nonces under one key far below 2³², from where on random ones may meet. */
const keyFor = (key: Buffer, user: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `cursor of ${user}`, 32));

export const sealPosition = (
  position: string,
  { user, list }: CursorOwner,
  { key, nonce = randomBytes(NONCE_BYTES) }: { key: Buffer; nonce?: Buffer },
): string => {
  const cipher = createCipheriv(CIPHER, keyFor(key, user), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(list));
  const sealed = Buffer.concat([nonce, cipher.update(position, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString('base64url');
};

/** The position, or `undefined` for what was not sealed for this user and this list. */
export const openPosition = (cursor: string, { user, list }: CursorOwner, key: Buffer): string | undefined => {
  const sealed = Buffer.from(cursor, 'base64url');
  // Several texts stand for the same bytes: only the one that was given out is a cursor.
  if (sealed.length < NONCE_BYTES + TAG_BYTES || sealed.toString('base64url') !== cursor) return undefined;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, keyFor(key, user), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(list));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const position = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    // Node says by an error that the tag does not fit: forged, edited, or another's.
    return undefined;
  }
  return position.toString('utf8');
};
