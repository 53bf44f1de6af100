import { type CryptoKey, importJWK, type JWK } from 'jose';
import { Unavailable } from '../../core/errors.ts';

export const ALGORITHM = 'ES256';

/** A public key in the form that is published. */
export type PublicJwk = { kty: 'EC'; crv: 'P-256'; x: string; y: string; kid: string; use: 'sig'; alg: 'ES256' };
export type PrivateJwk = PublicJwk & { d: string };

/** The secret's value, newest key first: it signs, both verify. */
export type SigningKeySet = { keys: PrivateJwk[] };

const isPrivateKey = (key: JWK | undefined): key is PrivateJwk =>
  key?.kty === 'EC' && key.crv === 'P-256' && [key.x, key.y, key.d, key.kid].every((part) => typeof part === 'string');

export const publicPart = ({ x, y, kid }: PrivateJwk): PublicJwk => ({
  kty: 'EC',
  crv: 'P-256',
  x,
  y,
  kid,
  use: 'sig',
  alg: ALGORITHM,
});

/** Reads the secret's text; with anything but one or two ES256 private keys nothing can be signed. */
export const parseKeySet = (text: string): SigningKeySet => {
  let keys: (JWK | undefined)[];
  try {
    const { keys: found } = JSON.parse(text) as { keys?: unknown };
    keys = Array.isArray(found) ? found : [];
  } catch (cause) {
    throw new Unavailable('Signing in is not possible at the moment.', { cause });
  }
  if (keys.length < 1 || keys.length > 2 || !keys.every(isPrivateKey)) {
    throw new Unavailable('Signing in is not possible at the moment.', {
      cause: new Error(
        'The signing-keys secret does not hold one or two ES256 private keys: has it been rotated once?',
      ),
    });
  }
  return { keys: keys as PrivateJwk[] };
};

export const imported = (key: PrivateJwk | PublicJwk): Promise<CryptoKey> =>
  importJWK(key, ALGORITHM) as Promise<CryptoKey>;
