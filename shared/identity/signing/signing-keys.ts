import type { CryptoKey } from 'jose';
import { required } from '../../platform/configuration.ts';
import { Secret } from '../../platform/secrets.ts';
import { imported, type PrivateJwk, parseKeySet, publicPart } from './key-set.ts';
import { ensurePublished } from './verifying-keys.ts';

/** Of the private keys, the one that signs: only the function that signs people in can read them. */
export type SigningKey = { kid: string; key: CryptoKey };

const secret = new Secret(
  () => required('signingKeysSecret'),
  async (text): Promise<SigningKey> => {
    const { keys } = parseKeySet(text);
    await ensurePublished(keys.map(publicPart));
    const [newest] = keys as [PrivateJwk, ...PrivateJwk[]];
    return { kid: newest.kid, key: await imported(newest) };
  },
);

export const signingKey = (): Promise<SigningKey> => secret.value();
