import { STRATEGIES } from '../../../shared/cache/eviction/index.ts';
import { traces } from '../../data/traces/all.ts';
import { hitRatios } from '../../data/traces/hit-ratios.ts';
import { fixedAndAdapted } from '../../data/traces/shared-bound.ts';
import { table } from '../figures.ts';
import { beside, type Result } from '../results/result.ts';

/** The hit ratio of each strategy on each trace, and the default's distance to LRU and to a cache that knows the future. */
export const ratios = (): Result[] => {
  const all = Object.keys(traces).flatMap(hitRatios);
  const percent = (ratio: number): string => (100 * ratio).toFixed(1);
  table('Hit ratios in per cent, with room for 2 % and 10 % of the keys; s3-fifo is the default', [
    ['', ...STRATEGIES, 'optimum', 's3-fifo to LRU', 'to the optimum'],
    ...all.map((one) => [
      `${one.trace} ${percent(one.size)} %`,
      ...STRATEGIES.map((strategy) => percent(one[strategy])),
      percent(one.optimum),
      percent(one['s3-fifo'] - one.lru),
      percent(one['s3-fifo'] - one.optimum),
    ]),
  ]);
  return all.flatMap((one) => {
    const work = `hit ratio of the default on ${one.trace}, ${100 * one.size} %`;
    return [
      beside(`${work}; peer: LRU`, 'part', { ours: one['s3-fifo'], peer: one.lru }),
      beside(`${work}; peer: the optimum`, 'part', { ours: one['s3-fifo'], peer: one.optimum }),
    ];
  });
};

/** What two levels find that share a bound, on a trace on which they swap what is asked of them. */
export const sharedBound = (): Result[] => {
  const { fixed, adapted } = fixedAndAdapted();
  const work = 'hit ratio of two levels that share a bound, on a shifting trace; peer: fixed halves';
  return [beside(work, 'part', { ours: adapted.ratio, peer: fixed.ratio })];
};
