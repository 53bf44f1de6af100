import { Unprocessable } from '../../core/errors.ts';
import { configuredTiers, findStoredTier, listStoredTiers, TIER_STANDS } from '../../limits/index.ts';
import { pointerKeys, type Write } from '../../store/index.ts';

/** 422 for a tier that nobody can be given, with the names of those that there are. */
export const requireTier = async (name: string): Promise<void> => {
  if (configuredTiers().has(name)) return;
  const stored = await findStoredTier(name);
  if (stored && !stored.retiring) return;
  const names = [...configuredTiers().keys(), ...(await listStoredTiers()).map((one) => one.name)];
  const message = `Must be one of ${[...new Set(names)].filter((one) => one !== name).join(', ')}.`;
  throw new Unprocessable('There is no such tier.', { errors: [{ path: 'tier', message }] });
};

/** What has to hold when somebody is given the tier: one that is only stored may be removed at the same time. */
export const tierCheck = (name: string): Write[] =>
  configuredTiers().has(name) ? [] : [{ check: pointerKeys.tier(name), when: TIER_STANDS }];
