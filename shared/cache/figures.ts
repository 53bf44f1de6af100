import type { BreakerFigures } from './breaker.ts';
import type { MemoryFigures } from './memory/index.ts';
import type { WarmingFigures } from './warming/index.ts';

/** What is counted of every level since the container began. Times in milliseconds, sizes in bytes of JSON text. */
export type LevelCounts = {
  hits: number;
  misses: number;
  /** Found, but something it remembers has been raised since. */
  conflicts: number;
  reads_ms: number;
  bytes_read: number;
  bytes_written: number;
};

export const LEVELS = ['memory', 'warmed', 'table', 'valkey', 'objects'] as const;
export type LevelName = (typeof LEVELS)[number];

export const COUNTED = [
  'loads',
  'loads_failed',
  'loads_saved',
  'loads_not_kept',
  'early_refreshes',
  'stale_served',
  'invalidations',
  'write_conflicts',
  'too_large',
  'writes_behind',
  'writes_dropped',
] as const;

export type Counted = (typeof COUNTED)[number];

const noCounts = (): LevelCounts => ({
  hits: 0,
  misses: 0,
  conflicts: 0,
  reads_ms: 0,
  bytes_read: 0,
  bytes_written: 0,
});

export class Figures {
  readonly levels: Record<LevelName, LevelCounts> = {
    memory: noCounts(),
    table: noCounts(),
    warmed: noCounts(),
    valkey: noCounts(),
    objects: noCounts(),
  };
  readonly counts: Record<Counted, number> = Object.fromEntries(COUNTED.map((name) => [name, 0])) as Record<
    Counted,
    number
  >;

  count(name: Counted): void {
    this.counts[name] += 1;
  }
}

export type CacheFigures = {
  levels: Record<LevelName, LevelCounts>;
  counts: Record<Counted, number>;
  memory: MemoryFigures;
  breakers: readonly BreakerFigures[];
  warming: WarmingFigures | undefined;
};

type Counting = {
  memory: { figures(): MemoryFigures };
  warming: { figures(): WarmingFigures } | undefined;
  breakers: readonly { figures(): BreakerFigures }[];
};

export const figuresOf = ({ levels, counts }: Figures, { memory, breakers, warming }: Counting): CacheFigures => ({
  levels: structuredClone(levels),
  counts: { ...counts },
  memory: memory.figures(),
  breakers: breakers.map((breaker) => breaker.figures()),
  warming: warming?.figures(),
});
