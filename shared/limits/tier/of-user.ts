import { LRUCache } from 'lru-cache';
import { type Clock, MINUTE, systemClock } from '../../core/clock.ts';
import type { UserScope } from '../../core/scope.ts';
import { getItem, userKeys } from '../../store/index.ts';
import { DEFAULT_TIER, type Tier, tierNamed } from './tiers.ts';

/** A changed tier takes effect within this time. */
const CACHE_TTL = MINUTE;

const kept = new LRUCache<string, { tier: Tier; at: number }>({ max: 1_000 });

/** What a person may use, as their profile says. */
export const tierOf = async (user: UserScope, clock: Clock = systemClock): Promise<Tier> => {
  const known = kept.get(user.userId);
  const now = clock.now();
  if (known && now - known.at < CACHE_TTL) return known.tier;
  const profile = await getItem(userKeys.profile(user));
  const tier = tierNamed(String(profile?.tier ?? DEFAULT_TIER));
  kept.set(user.userId, { tier, at: now });
  return tier;
};
