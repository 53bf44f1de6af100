import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const IV = 12;
const TAG = 16;

/** The text was not sealed under this key and context, or was changed since. */
export class Unsealable extends Error {
  override readonly name = 'Unsealable';

  constructor(cause: unknown) {
    super('the sealed text, its key and its context do not belong together', { cause });
  }
}

/** Seals bytes with AES-256-GCM under keys derived from one master key (HKDF-SHA-256, RFC 5869). */
export class MasterKey {
  readonly #master: Buffer;

  constructor(master: Buffer = randomBytes(32)) {
    this.#master = master;
  }

  /** The master key of a data folder: a file that only its owner can read. */
  static open(folder: string): MasterKey {
    const path = join(folder, 'local.key');
    if (!existsSync(path)) writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
    return new MasterKey(readFileSync(path));
  }

  /** `iv | tag | ciphertext`; `context` is authenticated, not stored. */
  seal(keyName: string, plain: Uint8Array, context: string): Buffer {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.#key(keyName), iv).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws Unsealable */
  unseal(keyName: string, sealed: Uint8Array, context: string): Buffer {
    const bytes = Buffer.from(sealed);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key(keyName), bytes.subarray(0, IV), {
        authTagLength: TAG,
      });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(IV, IV + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
    } catch (error) {
      throw new Unsealable(error);
    }
  }

  #key(name: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#master, Buffer.alloc(0), name, 32));
  }
}
