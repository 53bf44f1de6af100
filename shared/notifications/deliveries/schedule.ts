import { DAY, HOUR, MINUTE, SECOND } from '../../core/clock.ts';
import type { Random } from '../../core/jitter.ts';

/** After each failure, as Standard Webhooks advises: promptly at first, then rarely, for a day in all. */
const DELAYS = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 10 * HOUR];
const TRIED_FOR = DAY;
/** Each delay is this much shorter or longer, so that what failed together is not tried together. */
const JITTER = 0.1;

/** When to try again after so many attempts; `undefined`: not at all. */
export const nextAttempt = (
  { attempts, since, now }: { attempts: number; since: number; now: number },
  random: Random = Math.random,
): number | undefined => {
  const delay = DELAYS[attempts - 1];
  if (delay === undefined) return undefined;
  const end = since + TRIED_FOR;
  return now >= end ? undefined : Math.min(end, now + Math.round(delay * (1 - JITTER + 2 * JITTER * random())));
};

/** So many failures in a row close an endpoint: its other deliveries wait, and nobody waits for it. */
const CLOSES_AFTER = 5;
const CLOSED_FOR = 30 * SECOND;
const MAX_CLOSED_FOR = 15 * MINUTE;

/** Until when an endpoint is closed after so many failures in a row, if it is. */
export const closedUntil = (failures: number, now: number): number | undefined =>
  failures < CLOSES_AFTER ? undefined : now + Math.min(MAX_CLOSED_FOR, CLOSED_FOR * 2 ** (failures - CLOSES_AFTER));

/** An endpoint at which nothing arrived for about a day, the jitter taken off, is disabled. */
export const isGivenUp = (failingSince: number, now: number): boolean => now - failingSince >= TRIED_FOR - 4 * HOUR;
