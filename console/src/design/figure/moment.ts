import { language } from '../../app/preferences/preferences.ts';
import { texts } from '../../texts/index.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** How long ago, or how soon, in words: "5 minutes ago". Milliseconds since the epoch. */
export const relative = (at: number, now: number, language: string): string => {
  const seconds = (at - now) / 1_000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return Math.abs(seconds) < 10 ? format.format(0, 'second') : format.format(Math.round(seconds), 'second');
  return format.format(Math.trunc(seconds / step[1]), step[0]);
};

/** The date and the time to the second, where the person is. */
export const exact = (at: number, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);

/** How long something takes, in the units of the language: `850 ms`, `12 s`, `3 min 5 s`, `2 h 4 min`. */
export const duration = (milliseconds: number): string => {
  const { units } = texts().common;
  const said = (value: number, unit: keyof typeof units, digits = 0): string => {
    const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return `${new Intl.NumberFormat(language.value, format).format(value)} ${units[unit]}`;
  };
  if (milliseconds < 1_000) return said(milliseconds, 'millisecond');
  const seconds = Math.floor(milliseconds / 1_000);
  if (seconds < MINUTE) return said(milliseconds / 1_000, 'second', seconds < 10 ? 1 : 0);
  const minutes = Math.floor(seconds / MINUTE);
  if (seconds < HOUR) return `${said(minutes, 'minute')} ${said(seconds % MINUTE, 'second')}`;
  return `${said(Math.floor(seconds / HOUR), 'hour')} ${said(minutes % MINUTE, 'minute')}`;
};
