import type { CryptoKey } from 'jose';
import * as z from 'zod';
import { type Clock, isoTime, MINUTE, SECOND, systemClock } from '../../core/clock.ts';
import { Unavailable } from '../../core/errors.ts';
import { Kept } from '../../core/kept.ts';
import { getItem, type Item, pointerKeys, putItem, SCHEMA_VERSION } from '../../store/index.ts';
import { imported, type PublicJwk } from './key-set.ts';

/*
 * The public keys, in an item of their own: whoever checks a token reads them there and never comes near the secret with
 * the private ones. Only rotation and the function that signs people in write the item.
 */

const publicJwkSchema: z.ZodType<PublicJwk> = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('ES256'),
});
const storedSchema = z.object({ keys: z.array(publicJwkSchema).min(1) });

const keysIn = (item: Item | undefined): PublicJwk[] => (item ? storedSchema.parse(item).keys : []);

/**
 * Rotation publishes a key before anything is signed with it, so that no token of it meets a verifier that cannot find it:
 *
 *     rotation    creates the key ── publishes ── makes it current
 *     signer                                            signs with it
 *     verifier                                              meets it, reads the item again and finds it
 */
export const publishKeys = async (keys: readonly PublicJwk[], clock: Clock = systemClock): Promise<void> => {
  await putItem({ ...pointerKeys.verifyingKeys(), v: SCHEMA_VERSION, keys, updated_at: isoTime(clock.now()) });
};

const notRead = 'attribute_not_exists(#pk)';
const asRead = '#updated_at = :updated_at';

/**
 * Sees that the key about to sign is published. It always is after a rotation; not in a deployment that was rotated when
 * verifiers still read the secret, nor in a table that was restored. Keys are only added here, since a rotation may be
 * under way, and what it published stays.
 */
export const ensurePublished = async (keys: readonly PublicJwk[], clock: Clock = systemClock): Promise<void> => {
  const [signing] = keys;
  for (;;) {
    const item = await getItem(pointerKeys.verifyingKeys());
    const standing = keysIn(item);
    if (standing.some(({ kid }) => kid === signing?.kid)) return;
    const more = keys.filter(({ kid }) => !standing.some((one) => one.kid === kid));
    const outcome = await putItem(
      {
        ...pointerKeys.verifyingKeys(),
        v: SCHEMA_VERSION,
        keys: [...standing, ...more],
        updated_at: isoTime(clock.now()),
      },
      item ? { when: asRead, values: { updated_at: item.updated_at } } : { when: notRead },
    );
    if (outcome.ok) return;
  }
};

type Published = { keys: PublicJwk[]; verifying: Map<string, CryptoKey> };

const published = new Kept(async (): Promise<Published> => {
  const keys = keysIn(await getItem(pointerKeys.verifyingKeys()));
  if (keys.length === 0) {
    throw new Unavailable('Tokens cannot be checked at the moment.', {
      cause: new Error('No public keys are published: have the signing keys been rotated once?'),
    });
  }
  const verifying = await Promise.all(keys.map(async (key) => [key.kid, await imported(key)] as const));
  return { keys, verifying: new Map(verifying) };
});

/** The keys as they are published now. */
export const publishedKeys = async (): Promise<PublicJwk[]> => (await published.youngerThan(SECOND)).keys;

/** The key a token names. An unknown one may be newer than the kept keys, so the item is read again, but rarely. */
export const verifyingKey = async (kid: string): Promise<CryptoKey | undefined> => {
  const known = (await published.youngerThan(5 * MINUTE)).verifying.get(kid);
  return known ?? (await published.youngerThan(SECOND)).verifying.get(kid);
};
