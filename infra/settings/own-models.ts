import { BUILT_IN_TIERS } from '../../shared/core/tiers/built-in.ts';
import type { TierChanges } from '../../shared/core/tiers/schema.ts';

/**
 * On one machine nobody is overcharged: a model without a price is one that runs here, or whoever started the service pays
 * for it. So every tier may ask one, unless it says that it may not.
 */
export const withUnpricedModels = (tiers: Record<string, TierChanges>): Record<string, TierChanges> =>
  Object.fromEntries(
    [...new Set([...Object.keys(BUILT_IN_TIERS), ...Object.keys(tiers)])].map((name) => [
      name,
      { unpricedModels: true, ...tiers[name] },
    ]),
  );
