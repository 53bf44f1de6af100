import { describe, expect, test } from 'vitest';
import { lru } from '../../../../../shared/cache/eviction/lru.ts';
import { PUBLISHED, s3Fifo } from '../../../../../shared/cache/eviction/s3-fifo.ts';
import { capacityOf, traces } from '../../../../data/traces/all.ts';
import { type HitRatios, hitRatios, lineOf, shownLines } from '../../../../data/traces/hit-ratios.ts';
import { recorded } from '../../../../data/traces/recorded.ts';
import { hitsOfPolicy } from '../../../../data/traces/replay.ts';

/* Requirements: CA2. */

const measured = new Map(Object.keys(traces).map((trace) => [trace, hitRatios(trace)]));
const of = (trace: string): HitRatios[] => measured.get(trace) ?? [];

describe.each(Object.keys(traces))('on %s', (trace) => {
  test('the hit ratios are those of the README, to the third digit', () => {
    expect(of(trace).map(lineOf)).toEqual(shownLines(trace));
  });

  test('nobody is ahead of the optimum, and the default is at most a point behind LRU', () => {
    for (const { optimum, trace: _, size: __, ...strategies } of of(trace)) {
      expect(Math.max(...Object.values(strategies))).toBeLessThan(optimum);
      expect(strategies['s3-fifo']).toBeGreaterThan(strategies.lru - 0.01);
    }
  });
});

test('on web and transaction traces the default is ahead of LRU by three points or more, but for one of 2.6', () => {
  const ahead = ['web07', 'web12', 'transactions'].flatMap((trace) =>
    of(trace).map((one): [string, number] => [`${trace} ${one.size * 100} %`, one['s3-fifo'] - one.lru]),
  );
  expect(ahead.filter(([, by]) => by < 0.03).map(([at, by]) => [at, by.toFixed(3)])).toEqual([['web07 10 %', '0.026']]);
});

/** Hit ratios that libCacheSim 0.3.5 has on the same traces: LRU, S3-FIFO and Belady's optimum, at 2 % and 10 %. */
const OF_OTHERS = {
  web07: [
    { lru: 0.441, s3Fifo: 0.488, optimum: 0.579 },
    { lru: 0.557, s3Fifo: 0.582, optimum: 0.681 },
  ],
  web12: [
    { lru: 0.479, s3Fifo: 0.52, optimum: 0.659 },
    { lru: 0.685, s3Fifo: 0.721, optimum: 0.8 },
  ],
  'orm-night': [
    { lru: 0.595, s3Fifo: 0.587, optimum: 0.713 },
    { lru: 0.756, s3Fifo: 0.78, optimum: 0.852 },
  ],
};

describe.each(Object.entries(OF_OTHERS))('as others measure %s', (trace, theirs) => {
  test('LRU and the optimum agree to the third digit', () => {
    expect(of(trace).map(({ lru, optimum }) => [lru.toFixed(3), optimum.toFixed(3)])).toEqual(
      theirs.map(({ lru, optimum }) => [lru.toFixed(3), optimum.toFixed(3)]),
    );
  });

  test('S3-FIFO as it was published agrees within 0.002', () => {
    const keys = recorded(trace === 'orm-night' ? 'orm-night-300k' : (trace as 'web07' | 'web12'));
    for (const [at, size] of [0.02, 0.1].entries()) {
      const hits = hitsOfPolicy((...a) => s3Fifo(...a, PUBLISHED), keys, capacityOf(keys, size));
      expect(Math.abs(hits / keys.length - theirs[at]!.s3Fifo)).toBeLessThan(0.002);
    }
  });
});

test('a policy alone and a level with it have the same hits', () => {
  const keys = recorded('web07');
  const hits = hitsOfPolicy(lru, keys, capacityOf(keys, 0.02));
  expect((hits / keys.length).toFixed(3)).toBe(of('web07')[0]!.lru.toFixed(3));
});
