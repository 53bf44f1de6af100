import * as z from 'zod';
import { DAY, isoTime } from '../../shared/core/clock.ts';
import { Unprocessable } from '../../shared/core/errors.ts';
import { foreignCursor } from './cursors/sealed.ts';
import { decodeCursor, encodeCursor } from './page.ts';

const DEFAULT_DAYS = 30;
const MAX_DAYS = 366;
/** A day in UTC, as clients write it. */
export const daySchema = z.iso.date().meta({ id: 'Day' });
const dayOf = (milliseconds: number): string => isoTime(milliseconds).slice(0, 10);

/** Query parameters of figures by day. */
export const dayRangeQuery = { since: daySchema.optional(), until: daySchema.optional() };

type Days = { since: string; until: string };
type Wanted = { since?: string | undefined; until?: string | undefined };

/** The days that are wanted, both included: by default the last thirty. 422 for more than a year, or none. */
export const dayRange = (query: Wanted, now: number): Days => {
  const until = query.until ?? dayOf(now);
  const since = query.since ?? dayOf(Date.parse(until) - DEFAULT_DAYS * DAY);
  const days = (Date.parse(until) - Date.parse(since)) / DAY;
  if (days >= 0 && days <= MAX_DAYS) return { since, until };
  const message = `Must be at most ${MAX_DAYS} days before "until".`;
  throw new Unprocessable('The range of days is not valid.', { errors: [{ path: 'since', message }] });
};

/** `2026-11-01/2026-11-30/…` */
const position = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})\/(.+)$/;

/**
 * The days a page is about, and what it goes on after. Its cursor begins with the days: those that the first page took by
 * default hold for the pages after it, on the next day too.
 */
export const daysOfPage = (
  { cursor, ...query }: Wanted & { cursor?: string | undefined },
  now: number,
): { days: Days; after: string | undefined } => {
  const text = decodeCursor(cursor, '');
  if (text === undefined) return { days: dayRange(query, now), after: undefined };
  const [, since, until, after] = position.exec(text) ?? [];
  if (since === undefined || until === undefined) throw foreignCursor();
  return { days: { since, until }, after };
};

/** The cursor of the page after it. */
export const cursorOfDays = ({ since, until }: Days, next: string | undefined): string | null =>
  encodeCursor(next && `${since}/${until}/${next}`);
