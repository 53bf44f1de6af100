import { DAY, HOUR, MINUTE, SECOND } from '../../../core/clock.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `1.4 s`, `12 s`, `2 min 05 s`, `1 h 04 min`, `2 d 03 h`; clocks that disagree make no time negative. */
export const durationText = (milliseconds: number): string => {
  const tenths = Math.round(Math.max(0, milliseconds) / (SECOND / 10));
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / SECOND);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < HOUR / SECOND) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes < DAY / MINUTE) return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
  const hours = Math.round(milliseconds / HOUR);
  return `${Math.floor(hours / 24)} d ${two(hours % 24)} h`;
};

/** From one ISO 8601 time to another, in milliseconds. */
export const between = (from: string, to: string | number): number =>
  (typeof to === 'number' ? to : Date.parse(to)) - Date.parse(from);
