import { readNotes } from '../cache/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { exposition, readCounts } from '../metrics/index.ts';
import { overviewOf } from './cache.ts';
import { cacheFamiliesOf } from './cache-families.ts';
import { familiesOf } from './families.ts';
import { readSnapshot, want } from './records.ts';

export { cacheOverview, cacheOverviewSchema } from './cache.ts';
export { measure } from './walk.ts';

/** All figures as Prometheus reads them. Whoever asks has them kept up for the next minutes. */
export const metricsText = async (clock: Clock = systemClock): Promise<string> => {
  const now = clock.now();
  const [snapshot, counts, notes] = await Promise.all([readSnapshot(), readCounts(), readNotes(now), want(now)]);
  return exposition([...familiesOf(snapshot, counts, now), ...cacheFamiliesOf(overviewOf(counts, notes))]);
};
