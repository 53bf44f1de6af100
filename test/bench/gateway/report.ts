import { median, percentile, table } from '../figures.ts';
import { beside, figure, type Result } from '../results/result.ts';
import type { Timing } from './load.ts';
import type { Rate } from './measure.ts';

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
export const perSecond = (title: string, concurrencies: number[], found: Map<string, Rate>[]): void => {
  const names = [...(found[0]?.keys() ?? [])];
  const rateOf = (rates: Map<string, Rate>, name = ''): number => rates.get(name)?.perSecond ?? Number.NaN;
  const part = (rates: Map<string, Rate>, name: string): string =>
    `${rateOf(rates, name).toFixed(0)} (${(rateOf(rates, name) / rateOf(rates, names[0])).toFixed(2)})`;
  table(title, [
    ['', ...concurrencies.map((concurrency) => `${concurrency} at once`)],
    ...names.map((name) => [name, ...found.map((rates) => part(rates, name))]),
  ]);
};

/** What one process was measured at, by what is measured. */
export type Lines = { work: string; unit: string; values: Map<string, number> }[];

/** Each of ours with the peer, where that is there. */
export const besidePeer = (lines: Lines, ours: string[], peer: string | undefined): Result[] =>
  lines.flatMap(({ work, unit, values }) =>
    ours.flatMap((name) => {
      const [own, theirs] = [values.get(name), peer === undefined ? undefined : values.get(peer)];
      if (own === undefined) return [];
      if (theirs === undefined) return [figure(`${name}: ${work}`, own, unit)];
      return [beside(`${name}: ${work}; peer: ${peer}`, unit, { ours: own, peer: theirs })];
    }),
  );
