import type { CloudOptions } from '../../infra/local/boot/cloud-options.ts';
import { ENV } from '../../shared/core/environment.ts';

const often = { minute: { requests: 1_000_000, heavyRequests: 1_000_000 }, unpricedModels: true };

/** Tests and benchmarks ask more in a minute than a tier lets a person, and models that nobody has a price for. */
export const OFTEN: Record<string, string> = {
  [ENV.tiers]: JSON.stringify({ free: often, standard: often, pro: often }),
};

/** The same variables, with as many requests as anybody likes. */
export const unhurried = (environment: CloudOptions['environment'] = {}): NonNullable<CloudOptions['environment']> =>
  typeof environment === 'function' ? (id) => ({ ...OFTEN, ...environment(id) }) : { ...OFTEN, ...environment };
