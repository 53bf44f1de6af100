import * as z from 'zod';
import { DAY, isoTime } from '../../shared/core/clock.ts';
import { Unprocessable } from '../../shared/core/errors.ts';

const DEFAULT_DAYS = 30;
const MAX_DAYS = 366;
const day = z.iso.date();
const dayOf = (milliseconds: number): string => isoTime(milliseconds).slice(0, 10);

/** Query parameters of figures by day. */
export const dayRangeQuery = { since: day.optional(), until: day.optional() };

/** The days that are wanted, both included: by default the last thirty. 422 for more than a year, or none. */
export const dayRange = (
  query: { since?: string | undefined; until?: string | undefined },
  now: number,
): { since: string; until: string } => {
  const until = query.until ?? dayOf(now);
  const since = query.since ?? dayOf(Date.parse(until) - DEFAULT_DAYS * DAY);
  const days = (Date.parse(until) - Date.parse(since)) / DAY;
  if (days >= 0 && days <= MAX_DAYS) return { since, until };
  const message = `Must be at most ${MAX_DAYS} days before "until".`;
  throw new Unprocessable('The range of days is not valid.', { errors: [{ path: 'since', message }] });
};
