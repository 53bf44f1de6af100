import * as z from 'zod';
import { Cache, type Keep } from '../../../shared/cache/index.ts';
import { memoryLevel } from '../../../shared/cache/memory/index.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { startTestTable } from '../../support/table.ts';
import { percentile } from '../figures.ts';
import { figure, type Result } from '../results/result.ts';

const HITS = 2_000_000;
const SHARED_HITS = 500;
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
      figure('a hit in the table, 95th percentile', await sharedHit(), 'ms'),
    ];
  } finally {
    await table.stop();
  }
};

/** Each with a container that has nothing in memory but knows the versions. */
const sharedHit = async (): Promise<number> => {
  const cache = new Cache({ memory: { max_entries: 1 } });
  const times: number[] = [];
  for (let hit = 0; hit < SHARED_HITS; hit += 1) {
    const key = KEYS[hit % KEYS.length] as string;
    times.push(1_000 * (await secondsOf(() => cache.getOrLoad(alice, key, text, load))));
  }
  return percentile(times, 0.95);
};
