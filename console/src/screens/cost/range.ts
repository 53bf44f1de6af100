/** Days as the API counts them, in UTC: `2026-11-21`, both included. */
export type Range = { since: string; until: string };

const DAY = 24 * 60 * 60 * 1_000;
const day = /^\d{4}-\d{2}-\d{2}$/;

export const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** The last so many days, today among them. */
export const lastDays = (count: number, now: number): Range => ({
  since: dayOf(now - (count - 1) * DAY),
  until: dayOf(now),
});

export const PRESETS = [7, 30, 90] as const;
const DEFAULT_DAYS = 30;

/** The days that the address names; what is no day there is left to the default. */
export const rangeIn = ({ since, until }: Readonly<Record<string, string>>, now: number): Range => {
  const usual = lastDays(DEFAULT_DAYS, now);
  const isDay = (text: string | undefined): text is string =>
    text !== undefined && day.test(text) && !Number.isNaN(Date.parse(text));
  return { since: isDay(since) ? since : usual.since, until: isDay(until) ? until : usual.until };
};

/** Every day of it, the oldest first; none where it ends before it begins. The API refuses more than a year. */
export const daysOf = ({ since, until }: Range): string[] => {
  const length = Math.min(400, Math.floor((Date.parse(until) - Date.parse(since)) / DAY) + 1);
  return Array.from({ length: Math.max(0, length) }, (_, at) => dayOf(Date.parse(since) + at * DAY));
};
