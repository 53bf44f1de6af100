import type { Counts } from '../../metrics/index.ts';
import { type CacheFigures, type Counted, LEVELS, type LevelCounts, type LevelName } from '../figures.ts';

/** The counters of the deployment that a container's figures are added to. */
export const countsOf = ({ levels, counts, memory, breakers }: CacheFigures): Counts => ({
  ...named(Object.entries(levels).flatMap(([level, one]) => prefixed(level, one))),
  ...named(Object.entries({ ...counts, evictions: memory.evictions, expirations: memory.expirations })),
  ...named(breakers.map(({ level, skipped }) => [`${level}_skipped`, skipped])),
});

const prefixed = (level: string, counts: LevelCounts): [string, number][] =>
  Object.entries(counts).map(([name, count]) => [`${level}_${name}`, count]);

const named = (counts: readonly [string, number][]): Counts =>
  Object.fromEntries(counts.map(([name, count]) => [`cache_${name}`, count]));

/** What was counted since; what did not change is left out. */
export const since = (before: Counts, now: Counts): Counts =>
  Object.fromEntries(
    (Object.entries(now) as [keyof Counts, number][])
      .map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
      .filter(([, more]) => more > 0),
  );

/** The sums of all containers, read back from their counters. */
export type CacheTotals = {
  levels: Record<LevelName, LevelCounts & { skipped: number }>;
  counts: Record<Counted | 'evictions' | 'expirations', number>;
};

const OF_LEVEL = ['hits', 'misses', 'conflicts', 'reads_ms', 'bytes_read', 'bytes_written', 'skipped'] as const;

export const totalsOf = (sums: Counts, counted: readonly Counted[]): CacheTotals => {
  const read = (name: string): number => sums[`cache_${name}`] ?? 0;
  const each = <N extends string>(names: readonly N[], prefix = '') =>
    Object.fromEntries(names.map((name) => [name, read(prefix + name)])) as Record<N, number>;
  return {
    levels: Object.fromEntries(LEVELS.map((level) => [level, each(OF_LEVEL, `${level}_`)])) as CacheTotals['levels'],
    counts: each([...counted, 'evictions', 'expirations']),
  };
};
