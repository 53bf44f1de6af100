import { type Clock, systemClock } from '../core/clock.ts';
import { exposition, readCounts } from '../metrics/index.ts';
import { familiesOf } from './families.ts';
import { readSnapshot, want } from './records.ts';

export { measure } from './walk.ts';

/** All figures as Prometheus reads them. Whoever asks has them kept up for the next minutes. */
export const metricsText = async (clock: Clock = systemClock): Promise<string> => {
  const now = clock.now();
  const [snapshot, counts] = await Promise.all([readSnapshot(), readCounts(), want(now)]);
  return exposition(familiesOf(snapshot, counts, now));
};
