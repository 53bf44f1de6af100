import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { SECOND } from '../../core/clock.ts';
import { dollars } from '../../core/dollars.ts';
import { type Tier, tierSchema } from '../../core/tiers/schema.ts';
import {
  getItem,
  type Item,
  pointerKeys,
  queryAll,
  ranges,
  SCHEMA_VERSION,
  type StoredItem,
} from '../../store/index.ts';

/** How long a container may go on with a tier that was changed meanwhile. */
const CACHE_TTL = SECOND;

const storedSchema = z.object({
  /** As settings spell it: money in US dollars. */
  tier: tierSchema,
  /** Counts its changes. */
  version: z.int(),
  updated_at: z.string(),
  updated_by: z.string(),
  /** Somebody is removing it: nobody is given it any more. */
  retiring: z.boolean().optional(),
});

/** A tier that an administrator has stored. It goes before the settings' of the same name. */
export type StoredTier = z.infer<typeof storedSchema> & { name: string };

/** Whoever is given a stored tier is given it on this condition. */
export const TIER_STANDS = 'attribute_exists(#pk) and attribute_not_exists(#retiring)';

export const storedTierItem = ({ name, ...stored }: StoredTier): StoredItem => ({
  ...pointerKeys.tier(name),
  v: SCHEMA_VERSION,
  ...stored,
});

const readTier = (item: Item): StoredTier => ({ name: item.sk, ...storedSchema.parse(item) });

export const findStoredTier = async (name: string): Promise<StoredTier | undefined> => {
  const item = await getItem(pointerKeys.tier(name));
  return item && readTier(item);
};

/** By name. There are as many as administrators made by hand. */
export const listStoredTiers = async (): Promise<StoredTier[]> => {
  const found: StoredTier[] = [];
  for await (const item of queryAll(ranges.tiers())) found.push(readTier(item));
  return found;
};

const known = new LRUCache<string, Promise<Tier | undefined>>({ max: 200, ttl: CACHE_TTL });

/** What the tier of this name allows as it is stored, read once a second; `undefined`: none is stored. */
export const storedTier = (name: string): Promise<Tier | undefined> => {
  const before = known.get(name);
  if (before) return before;
  const asked = findStoredTier(name).then((stored) => stored && inside(stored.tier));
  known.set(name, asked);
  // The caller sees a failure; the next one asks again.
  asked.catch(() => known.delete(name));
  return asked;
};

const inside = (tier: Tier): Tier => ({ ...tier, month: { ...tier.month, money: dollars(tier.month.money) } });

/** Empties the memory, as in a new container. */
export const forgetTiers = (): void => known.clear();
