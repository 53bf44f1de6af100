import { expect, test } from 'vitest';
import { duration, relative } from '../../../../console/src/design/figure/moment.ts';

/* Requirements: WEB2. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [-2_000, 'now', 'сейчас'],
  [-30_000, '30 seconds ago', '30 секунд назад'],
  [-5 * MINUTE, '5 minutes ago', '5 минут назад'],
  [-90 * MINUTE, '1 hour ago', '1 час назад'],
  [-DAY, 'yesterday', 'вчера'],
  [-40 * DAY, 'last month', 'в прошлом месяце'],
  [-800 * DAY, '2 years ago', '2 года назад'],
  [3 * HOUR, 'in 3 hours', 'через 3 часа'],
])('%i milliseconds from now are "%s"', (from, english, russian) => {
  const now = Date.parse('2026-06-15T12:00:00Z');
  expect([relative(now + from, now, 'en'), relative(now + from, now, 'ru')]).toEqual([english, russian]);
});

test.each([
  [0, '0 ms'],
  [850.4, '850 ms'],
  [1_500, '1.5 s'],
  [59_400, '59 s'],
  [3 * MINUTE + 5_000, '3 min 5 s'],
  [2 * HOUR + 4 * MINUTE, '2 h 4 min'],
])('%d milliseconds take "%s"', (milliseconds, said) => {
  expect(duration(milliseconds)).toBe(said);
});
