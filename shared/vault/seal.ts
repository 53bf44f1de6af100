import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type EncryptionContext, newDataKey, openDataKey } from '../platform/kms.ts';

/**
 * 96 bits, the length GCM is made for (NIST SP 800-38D, 8.2). A key seals one text, or those of one session: far below
 * the 2^32 messages up to which random nonces are safe.
 */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** The stored form: the data key as KMS sealed it, and `nonce | ciphertext | tag` under that key. */
export type Sealed = { data_key: Uint8Array; sealed: Uint8Array };

const boundTo = (context: EncryptionContext): Buffer => Buffer.from(JSON.stringify(Object.entries(context).sort()));

/** `nonce | ciphertext | tag` under a key of 32 bytes. The context is authenticated, not stored. */
export const sealWith = (key: Uint8Array, text: string, context: EncryptionContext): Uint8Array => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(context));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
};

export const unsealWith = (key: Uint8Array, sealed: Uint8Array, context: EncryptionContext): string => {
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(boundTo(context))
    .setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]).toString('utf8');
};

/** Envelope encryption. The context is bound to both layers: a sealed text moved to another place cannot be opened there. */
export const seal = async (text: string, context: EncryptionContext): Promise<Sealed> => {
  const key = await newDataKey(context);
  const sealed = sealWith(key.plain, text, context);
  key.plain.fill(0);
  return { data_key: key.sealed, sealed };
};

export const unseal = async ({ data_key, sealed }: Sealed, context: EncryptionContext): Promise<string> => {
  const key = await openDataKey(data_key, context);
  const text = unsealWith(key, sealed, context);
  key.fill(0);
  return text;
};
