import * as z from 'zod';
import { COUNTED, type ContainerNote, LEVELS, readNotes, totalsOf } from '../cache/index.ts';
import { type Clock, SECOND, systemClock } from '../core/clock.ts';
import { type Counts, readCounts } from '../metrics/index.ts';

const count = z.int().min(0);
const ratio = z.number().min(0).max(1).nullable();

const levelSchema = z
  .object({
    level: z.enum(LEVELS),
    hits: count,
    misses: count,
    hit_ratio: ratio.describe('Of the reads of this level; `null` before the first.'),
    conflicts: count.describe('Found, but superseded since it was kept.'),
    mean_read_ms: z.number().min(0).nullable().describe('`null` for memory, whose reads take no time worth measuring.'),
    bytes_read: count,
    bytes_written: count,
    skipped: count.describe('Reads and writes left out while the level did not work.'),
    skipped_by: count.describe('Containers that skip it at the moment.'),
  })
  .meta({ id: 'CacheLevelFigures' });

const memorySchema = z
  .object({
    containers: count.describe(
      'Those whose caches were asked in the last five minutes; the sizes are of them together.',
    ),
    entries: count,
    bytes: count,
    max_bytes: count,
    bytes_in_an_hour: count.describe('A forecast, from how the sizes went until now.'),
  })
  .meta({ id: 'CacheMemory' });

/** What the caches of all containers did since the deployment began, and what they hold now. */
export const cacheOverviewSchema = z
  .object({
    hit_ratio: ratio.describe('Of all that was asked for, in whatever level it was found.'),
    levels: z.array(levelSchema),
    events: z
      .partialRecord(z.enum([...COUNTED, 'evictions', 'expirations']), count)
      .describe('How often each happened: `loads_saved` are those that joined the load of another.'),
    memory: memorySchema,
  })
  .meta({ id: 'CacheOverview' });
export type CacheOverview = z.infer<typeof cacheOverviewSchema>;

export const overviewOf = (sums: Counts, notes: readonly ContainerNote[]): CacheOverview => {
  const { levels, counts } = totalsOf(sums, COUNTED);
  const sum = (of: (note: ContainerNote) => number): number => notes.reduce((all, note) => all + of(note), 0);
  const names = levelSchema.shape.level.options;
  const found = names.reduce((all, level) => all + levels[level].hits, 0);
  return {
    hit_ratio: share(found, levels.memory.hits + levels.memory.misses),
    levels: names.map((level) => {
      const { reads_ms, ...one } = levels[level];
      const reads = one.hits + one.misses;
      return {
        level,
        ...one,
        hit_ratio: share(one.hits, reads),
        mean_read_ms: level === 'memory' || reads === 0 ? null : reads_ms / reads,
        skipped_by: sum(({ skips }) => (skips.includes(level) ? 1 : 0)),
      };
    }),
    events: counts,
    memory: {
      containers: notes.length,
      entries: sum(({ entries }) => entries),
      bytes: sum(({ bytes }) => bytes),
      max_bytes: sum(({ max_bytes }) => max_bytes),
      bytes_in_an_hour: sum(({ bytes_in_an_hour }) => bytes_in_an_hour),
    },
  };
};

/** Counters of the same reads are added by different containers at different moments, so a part may be ahead of its whole. */
const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.min(1, part / whole));

export const cacheOverview = async (clock: Clock = systemClock): Promise<CacheOverview> => {
  const [sums, notes] = await Promise.all([readCounts(), readNotes(clock.now())]);
  return overviewOf(sums, notes);
};

/** Seconds, for the series of Prometheus. */
export const readSeconds = ({ mean_read_ms, hits, misses }: CacheOverview['levels'][number]): number =>
  ((mean_read_ms ?? 0) * (hits + misses)) / SECOND;
