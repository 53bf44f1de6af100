import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { ALGORITHM, parseKeySet, type SigningKeySet } from './signing-keys.ts';

/** A private ES256 key, named at random: the name says nothing about the key or its age. */
export const newSigningKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), use: 'sig', alg: ALGORITHM };
};

/**
 * The next value of the secret: a new key signs, and the one before still verifies, because tokens it signed live on for
 * 15 minutes. A secret that holds no keys yet gets its first.
 */
export const rotatedKeySet = async (current: string | undefined): Promise<SigningKeySet> => {
  const [previous] = current === undefined || !mayHoldKeys(current) ? [] : parseKeySet(current).keys;
  const next = { keys: [await newSigningKey(), ...(previous ? [previous] : [])] };
  return parseKeySet(JSON.stringify(next));
};

/** Before its first rotation the secret holds whatever it was created with. Broken keys, though, are not overwritten. */
const mayHoldKeys = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'keys' in value && !isEmpty(value.keys);
  } catch {
    return false;
  }
};

const isEmpty = (keys: unknown): boolean => Array.isArray(keys) && keys.length === 0;
