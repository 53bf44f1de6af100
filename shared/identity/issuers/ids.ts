import { createHash } from 'node:crypto';

/** Crockford's, as in a ULID. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 130 bits of a digest, in the 26 characters of an id. */
const digestId = (text: string): string => {
  let bits = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
  let id = '';
  for (let place = 0; place < 26; place += 1) {
    id += ALPHABET[Number(bits & 31n)];
    bits >>= 5n;
  }
  return id;
};

/**
 * Whoever an issuer means by a subject is always the same user here, and nobody else: an e-mail address, which may be given
 * to somebody else, plays no part in it.
 */
export const userIdOf = (issuer: string, subject: string): string => digestId(`user\n${issuer}\n${subject}`);

/** Known without a read. */
export const defaultProjectOf = (userId: string): string => `prj_${digestId(`project\n${userId}`).toUpperCase()}`;

/** What a token is denied by: its `jti`, which may hold any character; without one, its subject and second of issue. */
export const credentialOf = ({ iss, sub, jti, iat }: { iss: string; sub: string; jti?: string; iat: number }): string =>
  `ext_${digestId(['token', iss, ...(jti === undefined ? [sub, iat] : [jti])].join('\n'))}`;
