import { Cache } from '../../../../shared/cache/index.ts';
import { minute, somebody } from './in-cache.ts';

/*
 * A process that asks its own cache for one value many times at once, and tells the test how it goes. The test decides
 * when, and whether, a load ends.
 */

export type Ask = { user: string; key: string; callers: number; lease_s: number };
export type Told = 'asked' | 'loading' | { got: string[] };
export type Order = Ask | { loaded: string };

const tell = (told: Told): void => {
  process.send?.(told);
};

let loaded = Promise.withResolvers<string>();

const ask = async ({ user, key, callers, lease_s }: Ask): Promise<void> => {
  const cache = new Cache();
  loaded = Promise.withResolvers();
  const load = (): Promise<string> => {
    tell('loading');
    return loaded.promise;
  };
  const keep = { ...minute, lease_s };
  const asking = Array.from({ length: callers }, () => cache.getOrLoad(somebody(user), key, keep, load));
  tell('asked');
  tell({ got: await Promise.all(asking) });
};

process.on('message', (order: Order) => {
  if ('loaded' in order) loaded.resolve(order.loaded);
  else void ask(order);
});
