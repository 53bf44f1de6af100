import * as z from 'zod';

/** Which value leaves the memory of a container when it is full; `shared/cache/eviction` has each of them, and figures. */
export const STRATEGIES = ['s3-fifo', 'lru', 'lfu', 'ttl', 'w-tinylfu', 'predictive'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What the memory of one container keeps. All of it counts towards the memory of its function. */
export const cacheSettingsSchema = z
  .strictObject({
    strategy: z.enum(STRATEGIES),
    entries: z.int().min(1).max(1_000_000),
    megabytes: z.int().min(1).max(2_048),
    /** The longest that a value is kept here. */
    seconds: z
      .int()
      .min(1)
      .max(24 * 3_600),
  })
  .meta({ id: 'CacheSettings' });
export type CacheSettings = z.infer<typeof cacheSettingsSchema>;

export const DEFAULT_CACHE: CacheSettings = { strategy: 's3-fifo', entries: 1_000, megabytes: 64, seconds: 3_600 };
