import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { type Clock, MINUTE, systemClock } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { NotFound } from '../core/errors.ts';
import type { UserScope } from '../core/scope.ts';
import { deleteItem, getItem, putItem, queryAll, ranges, SCHEMA_VERSION, userKeys } from '../store/index.ts';
import { type Sealed, seal, unseal } from './seal.ts';

const storedSchema = z.object({
  provider: z.string(),
  /** Names where the key may be sent. */
  address: z.string(),
  data_key: z.instanceof(Uint8Array),
  sealed: z.instanceof(Uint8Array),
  created_at: z.number(),
  updated_at: z.number(),
});

/** A user's own key of a provider, sealed. */
export type ProviderKey = Omit<z.infer<typeof storedSchema>, keyof Sealed> & Sealed;

/** Bound to its owner and its provider: moved to another place it cannot be opened. */
const contextOf = (user: UserScope, provider: string) => ({ user: user.userId, provider });

/** Stores a key or its new value, which is used from the next call on. There are no more than the deployment has providers. */
export const storeProviderKey = async (
  user: UserScope,
  { provider, value, address }: { provider: string; value: string; address: string },
  clock: Clock = systemClock,
): Promise<ProviderKey> => {
  const key = userKeys.providerKey(user, provider);
  const existing = await getItem(key);
  const now = clock.now();
  const stored: ProviderKey = {
    provider,
    address,
    ...(await seal(value, contextOf(user, provider))),
    created_at: Number(existing?.created_at ?? now),
    updated_at: now,
  };
  await putItem({ ...key, v: SCHEMA_VERSION, ...stored });
  return stored;
};

/** By provider. */
export const listProviderKeys = async (user: UserScope): Promise<ProviderKey[]> => {
  const found: ProviderKey[] = [];
  for await (const item of queryAll(ranges.providerKeys(user))) found.push(storedSchema.parse(item));
  return found;
};

/** Opened keys, so that not each call of a model asks KMS; one that is replaced or removed is another entry, or none. */
const opened = new LRUCache<string, string>({ max: 100, ttl: 5 * MINUTE });

/** The key itself, for a call that is made with it. Only functions that make such calls may open it. */
export const openProviderKey = async (user: UserScope, key: ProviderKey): Promise<string> => {
  const name = `${user.userId} ${key.provider} ${sha256(Buffer.from(key.sealed).toString('base64'))}`;
  const before = opened.get(name);
  if (before !== undefined) return before;
  const value = await unseal(key, contextOf(user, key.provider));
  opened.set(name, value);
  return value;
};

export const removeProviderKey = async (user: UserScope, provider: string): Promise<void> => {
  const outcome = await deleteItem(userKeys.providerKey(user, provider), { when: 'attribute_exists(#pk)' });
  if (!outcome.ok) throw new NotFound('There is no such key.');
};
