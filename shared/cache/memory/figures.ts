import type { Forecast } from './forecast.ts';
import type { Limits } from './limits.ts';

/** What a level counted since it began, and what it holds now. `stored` = entries + every way of leaving. */
export type MemoryFigures = Limits & Counts & { entries: number; bytes: number; forecast: Forecast };

export type Counts = {
  hits: number;
  misses: number;
  /** New keys taken in. */
  stored: number;
  /** Values replaced under a key that was there. */
  replaced: number;
  evictions: number;
  /** Let go though there was room, as nobody is expected to ask for them. */
  spent: number;
  expirations: number;
  deletions: number;
  /** Larger than the whole level, or no size at all. */
  refusals: number;
};

export const noCounts = (): Counts => ({
  hits: 0,
  misses: 0,
  stored: 0,
  replaced: 0,
  evictions: 0,
  spent: 0,
  expirations: 0,
  deletions: 0,
  refusals: 0,
});
