import { median, percentile, table } from '../figures.ts';
import type { Timing } from './load.ts';

const hundredths = (value: number): string => `${value.toFixed(2)} ms`;

/**
 * What each contender takes beyond the median of the first, which is the bare upstream: so that row shows how much the
 * machine itself jitters.
 */
export const added = (title: string, found: Map<string, Timing[]>, of: (timing: Timing) => number): void => {
  const all = [...found].map(([name, timings]) => ({ name, times: timings.map(of) }));
  const bare = median(all[0]?.times ?? []);
  table(`${title}; the bare upstream takes ${hundredths(bare)}`, [
    ['', 'p50', 'p95', 'p99'],
    ...all.map(({ name, times }) => [
      name,
      ...[0.5, 0.95, 0.99].map((part) => hundredths(percentile(times, part) - bare)),
    ]),
  ]);
};

/** One column a concurrency. */
export const perSecond = (title: string, concurrencies: number[], found: Map<string, number>[]): void => {
  const names = [...(found[0]?.keys() ?? [])];
  const part = (rates: Map<string, number>, name: string): string => {
    const rate = rates.get(name) ?? Number.NaN;
    return `${rate.toFixed(0)} (${(rate / (rates.get(names[0] ?? '') ?? Number.NaN)).toFixed(2)})`;
  };
  table(title, [
    ['', ...concurrencies.map((concurrency) => `${concurrency} at once`)],
    ...names.map((name) => [name, ...found.map((rates) => part(rates, name))]),
  ]);
};
