import { auditItem } from '../../audit/index.ts';
import { isoTime, systemClock } from '../../core/clock.ts';
import { Conflict } from '../../core/errors.ts';
import { configuredTiers, findStoredTier, forgetTiers, listStoredTiers, storedTierItem } from '../../limits/index.ts';
import { transact } from '../../store/index.ts';
import type { ByAdministrator } from './by.ts';
import { configuredTierShown, type ManagedTier, storedTierShown, type TierChange, tierIn } from './public-tier.ts';

/** Every tier that users can have, by name: the stored ones, and the settings' where none of their name is stored. */
export const listTiers = async (): Promise<ManagedTier[]> => {
  const stored = (await listStoredTiers()).map(storedTierShown);
  const names = new Set(stored.map(({ name }) => name));
  const configured = [...configuredTiers()].filter(([name]) => !names.has(name));
  const all = [...stored, ...configured.map(([name, tier]) => configuredTierShown(name, tier))];
  return all.sort((one, other) => (one.name < other.name ? -1 : 1));
};

const sameVersion = '#version = :version';
const notStored = 'attribute_not_exists(#pk)';

/**
 * Stores a tier, with an entry in the audit trail of whoever did it, unless another was stored since `version`. It holds
 * everywhere within a second. One that somebody was removing stays.
 */
export const storeTier = async (
  name: string,
  change: TierChange,
  { admin, origin, clock = systemClock }: ByAdministrator,
): Promise<ManagedTier> => {
  const now = clock.now();
  const { version } = change;
  const next = {
    name,
    tier: tierIn(change),
    version: version + 1,
    updated_at: isoTime(now),
    updated_by: admin.userId,
  };
  const outcome = await transact([
    { put: storedTierItem(next), when: version === 0 ? notStored : sameVersion, values: { version } },
    { put: auditItem(admin, 'tier_stored', { ...origin, target: `${name} version ${next.version}` }, now) },
  ]);
  forgetTiers();
  if (outcome.ok) return storedTierShown(next);
  const { version: current = 0 } = (await findStoredTier(name)) ?? {};
  throw new Conflict(`The tier has changed meanwhile; it is now at version ${current}.`);
};
