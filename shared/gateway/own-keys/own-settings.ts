import { matchesModel } from '../../core/model-pattern.ts';
import type { UserScope } from '../../core/scope.ts';
import { listProviderKeys, openProviderKey, type ProviderKey } from '../../vault/index.ts';
import { ModelError } from '../call/model-error.ts';
import type { ProviderSettings, Upstream } from '../settings/upstreams.ts';
import { unsupportedByEmbeddings } from '../upstreams/unsupported.ts';
import { addressOf } from './address.ts';
import { providersOf } from './providers.ts';

type Wanted = { model: string; service: 'chat' | 'embeddings' };

/**
 * The settings of a call that is made with the user's own keys, and with nothing of the deployment's: so it is if they have
 * a key of the provider that is asked first for the model. `undefined`: the deployment's keys are used, and its money. A
 * call is paid by one of the two: what the user's keys cannot do is not done at the deployment's cost.
 */
export const ownSettings = async (
  user: UserScope,
  settings: ProviderSettings,
  { model, service }: Wanted,
): Promise<ProviderSettings | undefined> => {
  const stored = await listProviderKeys(user);
  if (stored.length === 0) return undefined;
  const keys = new Map(stored.map((one) => [one.provider, one]));
  const able = [...providersOf(settings)].filter(
    ([, upstream]) => service === 'chat' || !unsupportedByEmbeddings(upstream),
  );
  const first = able.find(([, { models }]) => models.some((pattern) => matchesModel(pattern, model)));
  if (!first || !keys.has(first[0])) return undefined;
  const { fallbacks } = settings;
  const own = able.flatMap(([provider, upstream]) => {
    const key = keys.get(provider);
    // A call that another provider is asked for does not fail for it.
    const isLeftOut = !key || (provider !== first[0] && !isFor(upstream, key));
    return isLeftOut ? [] : [withKey(user, upstream, key)];
  });
  return { upstreams: await Promise.all(own), ...(fallbacks && { fallbacks }) };
};

const isFor = (upstream: Upstream, { address }: ProviderKey): boolean => address === addressOf(upstream);

/** The key goes to where it was meant to go when it was stored, and to no other address. */
const withKey = async (user: UserScope, upstream: Upstream, key: ProviderKey): Promise<Upstream> => {
  const { provider } = key;
  if (!isFor(upstream, key)) {
    const detail = `The provider "${provider}" has another address since you stored your key. Store it again, or delete it.`;
    throw new ModelError('own_key_refused', { detail });
  }
  return { ...upstream, apiKey: await openProviderKey(user, key), ownKey: provider };
};
