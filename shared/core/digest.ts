import { createHash, randomBytes } from 'node:crypto';

/** SHA-256, as 64 hexadecimal digits. */
export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** An unguessable text of `bytes` random bytes in base64url. */
export const secretText = (bytes = 32): string => randomBytes(bytes).toString('base64url');
