import type { Strategy } from '../../core/cache-settings.ts';
import { lfu } from './lfu.ts';
import { lru } from './lru.ts';
import type { Bounds, Entries, EvictionPolicy } from './policy.ts';
import { predictive } from './predictive.ts';
import { s3Fifo } from './s3-fifo.ts';
import { ttl } from './ttl.ts';
import { wTinyLfu } from './w-tinylfu.ts';

export { STRATEGIES, type Strategy } from '../../core/cache-settings.ts';
export type { Bounds, Entries, EvictionPolicy } from './policy.ts';
export { hashOf } from './structures/hash.ts';

export const DEFAULT_STRATEGY: Strategy = 's3-fifo';

const policies: Record<Strategy, (entries: Entries, bounds: Bounds) => EvictionPolicy> = {
  's3-fifo': s3Fifo,
  lru,
  lfu,
  ttl,
  'w-tinylfu': wTinyLfu,
  predictive,
};

export const evictionPolicy = (strategy: Strategy, entries: Entries, bounds: Bounds): EvictionPolicy =>
  policies[strategy](entries, bounds);
