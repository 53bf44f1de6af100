import { CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { Defect } from '../../core/errors.ts';
import { ALGORITHM, parseKeySet, publicPart, type SigningKeySet } from './key-set.ts';

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
    // A SyntaxError: not JSON.
    return false;
  }
};

const isEmpty = (keys: unknown): boolean => Array.isArray(keys) && keys.length === 0;

/** Proves that each key signs what its public part verifies. */
export const checkKeySet = async ({ keys }: SigningKeySet): Promise<void> => {
  for (const key of keys) {
    const signature = new CompactSign(Buffer.from(key.kid)).setProtectedHeader({ alg: ALGORITHM });
    const signed = await signature.sign(await importJWK(key, ALGORITHM));
    const { payload } = await compactVerify(signed, await importJWK(publicPart(key), ALGORITHM));
    if (Buffer.from(payload).toString() !== key.kid) throw new Defect('A signing key does not verify what it signs.');
  }
};
