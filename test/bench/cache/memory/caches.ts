import type { Strategy } from '../../../../shared/cache/eviction/index.ts';
import { memoryLevel } from '../../../../shared/cache/memory/index.ts';

const HOUR = 3_600_000;

/** A cache that is held against others. One whose `get` gives a promise is waited for each time. */
export type MeasuredCache = {
  set(key: string, value: unknown): unknown;
  get(key: string): unknown;
};

/** What a peer is called with the package it comes in; all keep entries for an hour, as ours does. */
export const PEERS = {
  'lru-cache': 'lru-cache',
  'lru-cache that keeps no time': 'lru-cache',
  'CacheableMemory of cacheable': 'cacheable',
  cacheable: 'cacheable',
  bentocache: 'bentocache',
  keyv: 'keyv',
} as const;
export type Peer = keyof typeof PEERS;

export const ours = (strategy: Strategy, max_entries: number): MeasuredCache =>
  memoryLevel({ strategy, max_entries, max_bytes: 2 ** 30 });

/** The parts of the packages that are used, as their documentation shows them. */
type Packages = {
  'lru-cache': { LRUCache: new (options: { max: number; ttl?: number }) => MeasuredCache };
  cacheable: {
    CacheableMemory: new (options: { ttl: number; lruSize: number }) => MeasuredCache;
    Cacheable: new (options: { ttl: number }) => MeasuredCache;
  };
  bentocache: {
    BentoCache: new (options: object) => { get(one: { key: string }): unknown; set(one: object): unknown };
    bentostore(): { useL1Layer(driver: unknown): unknown };
  };
  'bentocache/drivers/memory': { memoryDriver(options: { maxItems: number }): unknown };
  keyv: { Keyv: new (options: { ttl: number }) => MeasuredCache };
};

export const peer = async (name: Peer, max_entries: number): Promise<MeasuredCache> => {
  switch (name) {
    case 'lru-cache':
      return new (await installed('lru-cache')).LRUCache({ max: max_entries, ttl: HOUR });
    case 'lru-cache that keeps no time':
      return new (await installed('lru-cache')).LRUCache({ max: max_entries });
    case 'CacheableMemory of cacheable':
      return new (await installed('cacheable')).CacheableMemory({ ttl: HOUR, lruSize: max_entries });
    case 'cacheable':
      return new (await installed('cacheable')).Cacheable({ ttl: HOUR });
    case 'keyv':
      return new (await installed('keyv')).Keyv({ ttl: HOUR });
    case 'bentocache': {
      const { BentoCache, bentostore } = await installed('bentocache');
      const { memoryDriver } = await installed('bentocache/drivers/memory');
      const memory = bentostore().useL1Layer(memoryDriver({ maxItems: max_entries }));
      const bento = new BentoCache({ default: 'memory', ttl: HOUR, stores: { memory } });
      return { get: (key) => bento.get({ key }), set: (key, value) => bento.set({ key, value }) };
    }
  }
};

/** From the benchmarks' own packages, which nothing else has: the compiler cannot know whether they are there. */
const installed = async <Name extends keyof Packages>(name: Name): Promise<Packages[Name]> =>
  (await import(name as string)) as Packages[Name];
