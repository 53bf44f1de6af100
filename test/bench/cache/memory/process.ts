import { STRATEGIES, type Strategy } from '../../../../shared/cache/eviction/index.ts';
import { type MeasuredCache, ours, PEERS, type Peer, peer } from './caches.ts';

/* node --expose-gc process.ts NAME: measures one cache in a process of its own and writes the figures as JSON. */

const HELD = 1_000;
const ROUNDS = 7;
const CHUNK = 100_000;
/** Of processor time. Long enough that starting and ending do not show. */
const ROUND_US = 300_000;
const MANY = 100_000;

export type Measured = { million_hits_a_second: number; bytes_an_entry: number; isAsync: boolean };

const name = process.argv[2] ?? '';
const isStrategy = (one: string): one is Strategy => STRATEGIES.some((strategy) => strategy === one);
const isPeer = (one: string): one is Peer => one in PEERS;

const make = (max_entries: number): Promise<MeasuredCache> | MeasuredCache => {
  if (isStrategy(name)) return ours(name, max_entries);
  if (isPeer(name)) return peer(name, max_entries);
  throw new RangeError(`There is no cache ${name}.`);
};

/** Keys as the product's are: a scope and what is cached. */
const keyOf = (at: number): string => `user-${at % 50}/project-${at % 7}/answers/${(at * 7_919).toString(36)}`;

const syncHits = (cache: MeasuredCache, keys: readonly string[]): number => {
  let found = 0;
  for (let at = 0; at < CHUNK; at += 1) if (cache.get(keys[(at * 7) % HELD] as string) !== undefined) found += 1;
  return found;
};

const asyncHits = async (cache: MeasuredCache, keys: readonly string[]): Promise<number> => {
  let found = 0;
  for (let at = 0; at < CHUNK; at += 1) {
    if ((await cache.get(keys[(at * 7) % HELD] as string)) !== undefined) found += 1;
  }
  return found;
};

/** Millions of hits for each second of processor time, which are hits for each microsecond: the best of some rounds. */
const hitSpeed = async (): Promise<Pick<Measured, 'million_hits_a_second' | 'isAsync'>> => {
  const cache = await make(HELD);
  const keys = Array.from({ length: HELD }, (_, at) => keyOf(at));
  for (const key of keys) await cache.set(key, { value: key });
  const isAsync = cache.get(keys[0] as string) instanceof Promise;
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = process.cpuUsage();
    const used_us = (): number => {
      const { user, system } = process.cpuUsage(started);
      return user + system;
    };
    let asked = 0;
    let found = 0;
    while (used_us() < ROUND_US) {
      found += isAsync ? await asyncHits(cache, keys) : syncHits(cache, keys);
      asked += CHUNK;
    }
    if (found !== asked) throw new Error(`${name} found ${found} of ${asked}.`);
    best = Math.max(best, asked / used_us());
  }
  return { million_hits_a_second: best, isAsync };
};

const usedBytes = (): number => {
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** What a cache takes for each of many entries, without their values, which are one. */
const entrySize = async (): Promise<number> => {
  const value = {};
  const before = usedBytes();
  const cache = await make(MANY);
  for (let at = 0; at < MANY; at += 1) await cache.set(keyOf(at), value);
  const taken = usedBytes() - before;
  if ((await cache.get(keyOf(MANY - 1))) === undefined) throw new Error(`${name} lost its newest entry.`);
  return taken / MANY;
};

const measured: Measured = { bytes_an_entry: await entrySize(), ...(await hitSpeed()) };
process.stdout.write(JSON.stringify(measured));
