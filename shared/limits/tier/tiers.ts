import { LRUCache } from 'lru-cache';
import { matchesModel } from '../../core/model-pattern.ts';
import { BUILT_IN_TIERS } from '../../core/tiers/built-in.ts';
import type { Tier } from '../../core/tiers/schema.ts';
import { log } from '../../observability/log.ts';
import { configuredTiers } from './configured.ts';
import { storedTier } from './stored.ts';

export type { Tier } from '../../core/tiers/schema.ts';

/** For users without an account, and for those whose tier exists no more. */
export const DEFAULT_TIER = 'free';

/**
 * What a tier allows now: as administrators have stored it, or else as the settings have it. One that exists nowhere any
 * more, because a deployment's settings left it out, allows what the default one does: its users go on with less.
 */
export const tierNamed = async (name: string): Promise<Tier> => {
  const tier = (await storedTier(name)) ?? configuredTiers().get(name);
  if (tier) return tier;
  warnOf(name);
  return (await storedTier(DEFAULT_TIER)) ?? configuredTiers().get(DEFAULT_TIER) ?? BUILT_IN_TIERS[DEFAULT_TIER];
};

/** Once in a container for each, not with each request. */
const warned = new LRUCache<string, true>({ max: 100 });

const warnOf = (tier: string): void => {
  if (warned.has(tier)) return;
  warned.set(tier, true);
  log.warn('tier of an account does not exist', { tier });
};

export const admitsModel = (tier: Tier, model: string): boolean =>
  tier.models.some((pattern) => matchesModel(pattern, model));
