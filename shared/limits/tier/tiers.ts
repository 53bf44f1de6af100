import { Defect } from '../../core/errors.ts';
import { matchesModel } from '../../core/model-pattern.ts';
import { tiersWith } from '../../core/tiers/configured.ts';
import type { Tier } from '../../core/tiers/schema.ts';
import { optional } from '../../platform/configuration.ts';
import { once } from '../../platform/once.ts';

export type { Tier } from '../../core/tiers/schema.ts';

/** For users without an account. */
export const DEFAULT_TIER = 'free';

/** The built-in tiers with what the deployment's settings change of them, and those that it adds. */
const tiers = once(() => tiersWith(JSON.parse(optional('tiers') ?? '{}')));

export const tierNamed = (name: string): Tier => {
  const tier = tiers().get(name);
  if (!tier) throw new Defect(`An account names the tier "${name}", which does not exist.`);
  return tier;
};

/** The names of all tiers. */
export const tierNames = (): string[] => [...tiers().keys()];

export const admitsModel = (tier: Tier, model: string): boolean =>
  tier.models.some((pattern) => matchesModel(pattern, model));
