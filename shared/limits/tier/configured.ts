import { tiersWith } from '../../core/tiers/configured.ts';
import { optional } from '../../platform/configuration.ts';
import { once } from '../../platform/once.ts';

/** The built-in tiers with what the deployment's settings change of them, and those that it adds. */
export const configuredTiers = once(() => tiersWith(JSON.parse(optional('tiers') ?? '{}')));
