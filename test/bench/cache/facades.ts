import * as z from 'zod';
import { Cache } from '../../../shared/cache/index.ts';
import { authenticated } from '../../../shared/core/scope.ts';

/** `getOrLoad` as each calls it. */
export type Facade = (key: string, load: () => Promise<string>) => Promise<string | undefined>;

export const FACADES = { bentocache: 'bentocache', cacheable: 'cacheable', keyv: 'keyv' } as const;
export type FacadeName = keyof typeof FACADES;

const HOUR = 3_600_000;

/** The parts of the packages that are used, as their documentation shows them. */
type Packages = {
  bentocache: {
    BentoCache: new (
      options: object,
    ) => { getOrSet(one: { key: string; factory: () => Promise<string> }): Promise<string> };
    bentostore(): { useL1Layer(driver: unknown): unknown };
  };
  'bentocache/drivers/memory': { memoryDriver(options: { maxItems: number }): unknown };
  cacheable: {
    Cacheable: new (options: {
      ttl: number;
    }) => { getOrSet(key: string, load: () => Promise<string>, options: { ttl: number }): Promise<string | undefined> };
  };
  keyv: {
    Keyv: new (options: {
      ttl: number;
    }) => { get(key: string): Promise<string | undefined>; set(key: string, value: string): Promise<unknown> };
  };
};

export const ourFacade = (): Facade => {
  const cache = new Cache();
  const [alice, keep] = [authenticated({ userId: 'alice' }), { schema: z.string(), ttl_s: HOUR / 1_000 }];
  return (key, load) => cache.getOrLoad(alice, key, keep, load);
};

export const facadeOf = async (name: FacadeName): Promise<Facade> => {
  switch (name) {
    case 'bentocache': {
      const { BentoCache, bentostore } = await installed('bentocache');
      const { memoryDriver } = await installed('bentocache/drivers/memory');
      const memory = bentostore().useL1Layer(memoryDriver({ maxItems: 1_000 }));
      const bento = new BentoCache({ default: 'memory', ttl: HOUR, stores: { memory } });
      return (key, load) => bento.getOrSet({ key, factory: load });
    }
    case 'cacheable': {
      const cacheable = new (await installed('cacheable')).Cacheable({ ttl: HOUR });
      return (key, load) => cacheable.getOrSet(key, load, { ttl: HOUR });
    }
    case 'keyv': {
      // It has no such call: this is what its users write.
      const keyv = new (await installed('keyv')).Keyv({ ttl: HOUR });
      return async (key, load) => {
        const found = await keyv.get(key);
        if (found !== undefined) return found;
        const value = await load();
        await keyv.set(key, value);
        return value;
      };
    }
  }
};

/** From the benchmarks' own packages, which nothing else has: the compiler cannot know whether they are there. */
const installed = async <Name extends keyof Packages>(name: Name): Promise<Packages[Name]> =>
  (await import(name as string)) as Packages[Name];
