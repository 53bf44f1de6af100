import { type Family, gauge, labelled, type Sample } from '../metrics/index.ts';
import { type CacheOverview, readSeconds } from './cache.ts';

type Level = CacheOverview['levels'][number];

/** The figures of all containers' caches as families of Prometheus. */
export const cacheFamiliesOf = ({ levels, events, memory }: CacheOverview): Family[] => {
  const each = (name: string, help: string, value: (level: Level) => number) =>
    labelled({ name, type: 'counter', help }, levels, (one) => ({ labels: { level: one.level }, value: value(one) }));
  return [
    {
      name: 'artel_cache_reads_total',
      type: 'counter',
      help: 'Reads of the levels of the cache.',
      samples: levels.flatMap(({ level, hits, misses }) => [
        { labels: { level, outcome: 'hit' }, value: hits },
        { labels: { level, outcome: 'miss' }, value: misses },
      ]),
    },
    {
      name: 'artel_cache_read_seconds',
      type: 'summary',
      help: 'Duration of reads of the levels outside of memory.',
      samples: levels.filter(({ level }) => level !== 'memory').flatMap(durationOf),
    },
    {
      name: 'artel_cache_bytes_total',
      type: 'counter',
      help: 'Read from and written to the levels outside of memory.',
      samples: levels.flatMap(({ level, bytes_read, bytes_written }) => [
        { labels: { level, direction: 'read' }, value: bytes_read },
        { labels: { level, direction: 'written' }, value: bytes_written },
      ]),
    },
    each('artel_cache_conflicts_total', 'Found in a level, but superseded.', ({ conflicts }) => conflicts),
    each('artel_cache_skipped_total', 'Left out while the level did not work.', ({ skipped }) => skipped),
    labelled(
      { name: 'artel_cache_events_total', type: 'counter', help: 'Loads, loads saved, evictions and the like.' },
      Object.entries(events),
      ([event, value]) => ({ labels: { event }, value }),
    ),
    labelled(
      { name: 'artel_cache_skipping_containers', type: 'gauge', help: 'Containers that skip a level.' },
      levels,
      ({ level, skipped_by }) => ({ labels: { level }, value: skipped_by }),
    ),
    gauge('artel_cache_containers', 'Containers whose caches were asked lately.', memory.containers),
    gauge('artel_cache_memory_entries', 'Values in their memories.', memory.entries),
    gauge('artel_cache_memory_bytes', 'Size of these values.', memory.bytes),
    gauge('artel_cache_memory_limit_bytes', 'The most they may hold.', memory.max_bytes),
    gauge('artel_cache_memory_forecast_bytes', 'Expected in an hour.', memory.bytes_in_an_hour),
  ];
};

const durationOf = (one: Level): Sample[] => [
  { suffix: '_sum', labels: { level: one.level }, value: readSeconds(one) },
  { suffix: '_count', labels: { level: one.level }, value: one.hits + one.misses },
];
