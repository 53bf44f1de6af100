import * as z from 'zod';
import { isoTime } from '../../core/clock.ts';
import { Forbidden, NotFound } from '../../core/errors.ts';
import type { UserScope } from '../../core/scope.ts';
import { tierOf } from '../../limits/index.ts';
import { listProviderKeys, type ProviderKey, storeProviderKey } from '../../vault/index.ts';
import { providerSettings } from '../settings/provider.ts';
import { addressOf } from './address.ts';
import { providersOf } from './providers.ts';

/** A user's own key of a provider, as they see it: never the key. */
export const ownKeySchema = z
  .object({
    provider: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
    /** Whether calls are made with it: their tier allows it, and the deployment has the provider. */
    in_use: z.boolean(),
  })
  .meta({ id: 'ProviderKey' });
export type OwnKey = z.infer<typeof ownKeySchema>;

/** The user's keys by provider, and the providers that there can be keys of. */
export const listOwnKeys = async (user: UserScope): Promise<{ items: OwnKey[]; providers: string[] }> => {
  const [stored, settings, tier] = await Promise.all([listProviderKeys(user), providerSettings(), tierOf(user)]);
  const providers = providersOf(settings);
  const isUsed = ({ provider }: ProviderKey) => tier.ownProviderKeys === true && providers.has(provider);
  return { items: stored.map((one) => shown(one, isUsed(one))), providers: [...providers.keys()] };
};

/** Stores a key, or another one instead; the next call is made with it. 404 for a provider that there is not, 403 where the tier allows none. */
export const keepOwnKey = async (
  user: UserScope,
  { provider, apiKey }: { provider: string; apiKey: string },
): Promise<OwnKey> => {
  const [settings, tier] = await Promise.all([providerSettings(), tierOf(user)]);
  const upstream = providersOf(settings).get(provider);
  if (!upstream) throw new NotFound('There is no such provider: `providers` of the list names those there are.');
  if (!tier.ownProviderKeys) throw new Forbidden('Your tier does not allow keys of your own.');
  return shown(await storeProviderKey(user, { provider, value: apiKey, address: addressOf(upstream) }), true);
};

const shown = ({ provider, created_at, updated_at }: ProviderKey, in_use: boolean): OwnKey => ({
  provider,
  created_at: isoTime(created_at),
  updated_at: isoTime(updated_at),
  in_use,
});
