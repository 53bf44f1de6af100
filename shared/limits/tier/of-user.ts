import { LRUCache } from 'lru-cache';
import { accountOf } from '../../accounts/index.ts';
import { type Clock, MINUTE, systemClock } from '../../core/clock.ts';
import type { UserScope } from '../../core/scope.ts';
import { DEFAULT_TIER, type Tier, tierNamed } from './tiers.ts';

/** A changed tier takes effect within this time. */
const CACHE_TTL = MINUTE;

const kept = new LRUCache<string, { tier: Tier; at: number }>({ max: 1_000 });

/** What a person may use, as their account says. */
export const tierOf = async (user: UserScope, clock: Clock = systemClock): Promise<Tier> => {
  const known = kept.get(user.userId);
  const now = clock.now();
  if (known && now - known.at < CACHE_TTL) return known.tier;
  const account = await accountOf(user);
  const tier = tierNamed(account?.tier ?? DEFAULT_TIER);
  kept.set(user.userId, { tier, at: now });
  return tier;
};
