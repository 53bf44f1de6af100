import { DAY, isoTime, MINUTE } from '../core/clock.ts';
import { type Counted, larger, nothingCounted, plus, shortfall } from './counted.ts';
import type { Published, Totals, Walk } from './snapshot.ts';

/** Work is counted on the day on which it ended. By then, every write that was under way at midnight is done. */
const SETTLED_AFTER = 5 * MINUTE;
/** How far a walk looks back if nobody has watched for long: what was done before that is in no counter. */
const MOST_DAYS_BACK = 7;

export const dayOf = (milliseconds: number): string => isoTime(milliseconds).slice(0, 10);

/** The first day that a walk begun now has to count: the first one that is not settled. */
export const countedSince = (before: Totals | undefined, now: number): string => {
  const earliest = dayOf(now - MOST_DAYS_BACK * DAY);
  if (!before) return dayOf(now);
  return before.since > earliest ? before.since : earliest;
};

/**
 * Counters that go on from day to day. Usage is kept by the day, so a counter is what earlier days came to, which is settled
 * once and then kept, and what has been counted since:
 *
 *     settled (to the 20th)      the 21st, read again by each walk     the 22nd
 *     ───────────────────────────┬──────────────────────────────┬──────┬──────────
 *                              since                        midnight  + 5 min: the 21st is settled
 *
 * Who is removed takes their usage along. What is missing then is settled too, since a counter that falls would be read as one
 * that began anew; but not where somebody could only not be read, and comes back with the next walk.
 */
export const totalsAfter = ({ begun, day, since, sums }: Walk, before: Published | undefined): Totals => {
  // It was published before, and could not be ended: what it counts is settled already.
  if (before && since < before.totals.since) return before.totals;
  const settled = before?.totals.settled ?? nothingCounted();
  const found = plus(settled, sums.counted);
  const shown = before ? larger(before.totals.shown, found) : found;
  const gone: Counted = sums.unread === 0 ? shortfall(shown, found) : nothingCounted();
  const isSettled = begun - Date.parse(day) >= SETTLED_AFTER && sums.unread === 0;
  return {
    shown,
    settled: [gone, ...(isSettled ? [sums.earlier] : [])].reduce(plus, settled),
    since: isSettled ? day : since,
  };
};
