import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type EncryptionContext, newDataKey, openDataKey } from '../platform/kms.ts';

/** 96 bits, the length GCM is made for (NIST SP 800-38D, 8.2), and a key of its own each time, so it never repeats under one. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** What is kept: the data key as KMS sealed it, and `nonce | ciphertext | tag` under that key. */
export type Sealed = { data_key: Uint8Array; sealed: Uint8Array };

const boundTo = (context: EncryptionContext): Buffer => Buffer.from(JSON.stringify(Object.entries(context).sort()));

/** Envelope encryption. The context is bound to both layers: a sealed text moved to another place cannot be opened there. */
export const seal = async (text: string, context: EncryptionContext): Promise<Sealed> => {
  const key = await newDataKey(context);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key.plain, nonce).setAAD(boundTo(context));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  key.plain.fill(0);
  return { data_key: key.sealed, sealed };
};

export const unseal = async ({ data_key, sealed }: Sealed, context: EncryptionContext): Promise<string> => {
  const key = await openDataKey(data_key, context);
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(boundTo(context))
    .setAuthTag(sealed.subarray(end));
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]).toString('utf8');
  key.fill(0);
  return text;
};
