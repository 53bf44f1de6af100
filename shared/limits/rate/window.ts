import { MINUTE, SECOND } from '../../core/clock.ts';

/** Requests are counted by the minute, and judged by the last sixty seconds. */
export const WINDOW = MINUTE;

/** Which minute it is. */
export const windowAt = (now: number): number => Math.floor(now / WINDOW);

/** How many seconds are left of the minute, for `RateLimit`'s `t`. */
export const secondsLeft = (now: number): number => Math.ceil((WINDOW - (now % WINDOW)) / SECOND);

/** Requests of this minute, and of the one before it. */
export type Counts = { current: number; before: number };

/**
 * How many requests the last sixty seconds had: all of this minute, and of the one before the part that is still within them,
 * as if they had come evenly. Source: Cloudflare, *How we built rate limiting capable of scaling to millions of domains* (2017).
 */
export const lastMinute = ({ current, before }: Counts, now: number): number =>
  current + before * (1 - (now % WINDOW) / WINDOW);

/** Seconds until one more request is within the limit; at least 1, and at most two minutes. */
export const secondsUntilAdmitted = (counts: Counts, limit: number, now: number): number => {
  const room = limit - 1;
  const left = WINDOW - (now % WINDOW);
  const thisMinute = untilAtMost({ fading: counts.before, fixed: counts.current, room }, now % WINDOW);
  const next = left + (untilAtMost({ fading: counts.current, fixed: 0, room }, 0) ?? WINDOW);
  return Math.max(1, Math.ceil((thisMinute !== undefined && thisMinute <= left ? thisMinute : next) / SECOND));
};

/** Milliseconds until what fades over a minute, beside what does not, is within the room; `undefined`: never in it. */
const untilAtMost = (
  { fading, fixed, room }: { fading: number; fixed: number; room: number },
  elapsed: number,
): number | undefined => {
  if (fixed > room) return undefined;
  if (fading <= 0) return 0;
  return Math.max(0, WINDOW * (1 - (room - fixed) / fading) - elapsed);
};
