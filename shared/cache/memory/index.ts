import type { Clock } from '../../core/clock.ts';
import { DEFAULT_STRATEGY, type Strategy } from '../eviction/index.ts';
import { Level } from './level.ts';
import { DEFAULT_MAX_BYTES, DEFAULT_MAX_ENTRIES } from './limits.ts';
import { loopClock } from './loop-clock.ts';

export type { EntryOptions } from './entry-options.ts';
export type { MemoryFigures } from './figures.ts';
export { type Forecast, SizeForecast } from './forecast.ts';
export { DEFAULT_MAX_BYTES, DEFAULT_MAX_ENTRIES, DEFAULT_TTL_MS, MOST_BYTES } from './limits.ts';
export { loopClock } from './loop-clock.ts';
export { entryBytes, valueBytes } from './sizes.ts';

/** Level one: see the README. */
export type MemoryLevel<V> = Pick<Level<V>, 'get' | 'set' | 'delete' | 'clear' | 'resize' | 'figures'>;

export type MemoryOptions = { strategy?: Strategy; max_entries?: number; max_bytes?: number; clock?: Clock };

/** @throws RangeError for bounds there cannot be */
export const memoryLevel = <V>({
  strategy = DEFAULT_STRATEGY,
  max_entries = DEFAULT_MAX_ENTRIES,
  max_bytes = DEFAULT_MAX_BYTES,
  clock = loopClock(),
}: MemoryOptions = {}): MemoryLevel<V> => new Level<V>({ strategy, limits: { max_entries, max_bytes }, clock });
