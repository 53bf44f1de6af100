import * as z from 'zod';
import { Cache, type Keep } from '../../../shared/cache/index.ts';
import { memoryLevel } from '../../../shared/cache/memory/index.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { cacheKeys, getItem, putItem, SCHEMA_VERSION } from '../../../shared/store/index.ts';
import { startTestTable } from '../../support/table.ts';
import { percentile } from '../figures.ts';
import { versionOf } from '../processes/installed.ts';
import { beside, figure, type Result } from '../results/result.ts';
import { FACADES, type Facade, type FacadeName, facadeOf, ourFacade } from './facades.ts';

const HITS = 2_000_000;
const SHARED_HITS = 500;
const ROUNDS = 5;
const ROUND_HITS = 200_000;
const KEYS = Array.from({ length: 500 }, (_, at) => `question ${at}`);

const secondsOf = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
};

const text: Keep<string> = { schema: z.string(), ttl_s: 3_600 };
const alice = authenticated({ userId: 'alice' });
const load = async (): Promise<string> => 'answer';

/** Hits of `getOrLoad`, one after the other: in memory with and without versions, and in the table of this machine. */
export const wholeCache = async (): Promise<Result[]> => {
  const table = await startTestTable();
  try {
    const bare = memoryLevel<string>();
    for (const key of KEYS) bare.set(key, 'answer');
    const bareSeconds = await secondsOf(() => {
      for (let hit = 0; hit < HITS; hit += 1) bare.get(KEYS[hit % KEYS.length] as string);
    });
    const hitsOf = async (keep: Keep<string>): Promise<number> => {
      const cache = new Cache();
      for (const key of KEYS) await cache.getOrLoad(alice, key, keep, load);
      return secondsOf(async () => {
        for (let hit = 0; hit < HITS; hit += 1)
          await cache.getOrLoad(alice, KEYS[hit % KEYS.length] as string, keep, load);
      });
    };
    const immutable = await hitsOf({ ...text, immutable: true });
    const versioned = await hitsOf(text);
    const millions = (seconds: number): number => HITS / seconds / 1_000_000;
    const microseconds = (seconds: number): number => ((seconds - bareSeconds) / HITS) * 1_000_000;
    return [
      figure('hits of getOrLoad of what never becomes wrong', millions(immutable), 'M/s'),
      figure('hits of getOrLoad', millions(versioned), 'M/s'),
      figure('a hit of getOrLoad over one of bare memory', microseconds(versioned), 'µs'),
      ...(await sharedHits()),
      ...(await besideOthers()),
    ];
  } finally {
    await table.stop();
  }
};

/** Each with a container that has nothing in memory but knows the versions. */
const sharedHits = async (): Promise<Result[]> => {
  const cache = new Cache({ memory: { max_entries: 1 } });
  const times: number[] = [];
  for (let hit = 0; hit < SHARED_HITS; hit += 1) {
    const key = KEYS[hit % KEYS.length] as string;
    times.push(1_000 * (await secondsOf(() => cache.getOrLoad(alice, key, text, load))));
  }
  return [
    figure('a hit in the table, median', percentile(times, 0.5), 'ms'),
    figure('a hit in the table, 95th percentile', percentile(times, 0.95), 'ms'),
  ];
};

/** Millions of hits for each second of processor time, one waited for after the other: the best of some rounds. */
const hitSpeed = async (getOrLoad: Facade): Promise<number> => {
  for (const key of KEYS) await getOrLoad(key, load);
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = process.cpuUsage();
    for (let hit = 0; hit < ROUND_HITS; hit += 1) await getOrLoad(KEYS[hit % KEYS.length] as string, load);
    const { user, system } = process.cpuUsage(started);
    best = Math.max(best, ROUND_HITS / (user + system));
  }
  return best;
};

const besideOthers = async (): Promise<Result[]> => {
  const ours = await hitSpeed(ourFacade());
  const names = (Object.keys(FACADES) as FacadeName[]).filter((name) => versionOf(FACADES[name]) !== undefined);
  const results: Result[] = [];
  for (const name of names) {
    const peer = await hitSpeed(await facadeOf(name));
    results.push(beside(`a hit of getOrLoad; peer: ${name}`, 'million per CPU second', { ours, peer }));
  }
  return [...results, await besideUncached()];
};

/** What reads one item of the table each time it is asked, as most of what is cached does at least. */
const besideUncached = async (): Promise<Result> => {
  const key = cacheKeys.entry(alice, 'truth');
  await putItem({ ...key, v: SCHEMA_VERSION, text: 'answer' });
  const truth = async (): Promise<string> => String((await getItem(key))?.text);
  const getOrLoad = ourFacade();
  await getOrLoad('truth', truth);
  const perCall = async (work: () => Promise<unknown>): Promise<number> =>
    (1_000_000 / SHARED_HITS) *
    (await secondsOf(async () => {
      for (let call = 0; call < SHARED_HITS; call += 1) await work();
    }));
  const peer = await perCall(truth);
  const ours = await perCall(() => getOrLoad('truth', truth));
  return beside('one item of the table, cached; peer: read each time', 'µs', { ours, peer });
};
