import { readFileSync } from 'node:fs';
import { STRATEGIES, type Strategy } from '../../../shared/cache/eviction/index.ts';
import { capacityOf, SIZES, traces } from './all.ts';
import { optimalHits } from './optimum.ts';
import { hitsOf } from './replay.ts';

export type HitRatios = { trace: string; size: number; optimum: number } & Record<Strategy, number>;

/** The part of the accesses of a trace that each strategy, and a cache that knows the future, finds. */
export const hitRatios = (trace: string): HitRatios[] => {
  const keys = traces[trace]?.() ?? [];
  return SIZES.map((size) => {
    const capacity = capacityOf(keys, size);
    const ratios = STRATEGIES.map((strategy) => [strategy, hitsOf(strategy, keys, capacity) / keys.length]);
    return {
      trace,
      size,
      ...(Object.fromEntries(ratios) as Record<Strategy, number>),
      optimum: optimalHits(keys, capacity) / keys.length,
    };
  });
};

const README = new URL('../../../shared/cache/eviction/README.md', import.meta.url);

/** The lines of the README's table about a trace. */
export const shownLines = (trace: string): string[] =>
  readFileSync(README, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`| ${trace} `));

/** A line as the README shows it: the last figure is how far the default is from the optimum. */
export const lineOf = (ratios: HitRatios): string => {
  const shown = STRATEGIES.map((strategy) => ratios[strategy].toFixed(3).slice(1));
  const best = [ratios.optimum, ratios.optimum - ratios['s3-fifo']].map((ratio) => ratio.toFixed(3).slice(1));
  return `| ${ratios.trace} ${ratios.size * 100} % | ${[...shown, ...best].join(' | ')} |`;
};
