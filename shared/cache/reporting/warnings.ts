import type { Counts } from '../../metrics/index.ts';
import { LEVELS } from '../figures.ts';

/** Below these a ratio says nothing. */
const LEAST_BEFORE = 1_000;
const LEAST_SINCE = 200;

type Watched = { before: Counts; news: Counts; entries: number };

const asked = (counts: Counts): number => (counts.cache_memory_hits ?? 0) + (counts.cache_memory_misses ?? 0);

const found = (counts: Counts): number => LEVELS.reduce((sum, level) => sum + (counts[`cache_${level}_hits`] ?? 0), 0);

/** Half of what was found until now is not found any more: the cache saves little, and its users load. */
export const hitsCollapsed = ({ before, news }: Watched): boolean =>
  asked(before) >= LEAST_BEFORE &&
  asked(news) >= LEAST_SINCE &&
  found(news) / asked(news) < found(before) / asked(before) / 2;

/** All that memory holds was replaced since the last look: it is too small for what is asked for. */
export const turnedOver = ({ news, entries }: Watched): boolean =>
  (news.cache_evictions ?? 0) >= LEAST_SINCE && (news.cache_evictions ?? 0) > entries;
