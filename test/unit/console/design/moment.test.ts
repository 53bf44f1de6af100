import { expect, onTestFinished, test, vi } from 'vitest';
import { preferLanguage } from '../../../../console/src/app/preferences/preferences.ts';
import { duration, relative } from '../../../../console/src/design/figure/moment.ts';
import { loadTexts, texts } from '../../../../console/src/texts/index.ts';
import { ru } from '../../../../console/src/texts/ru.ts';

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
  [0, '0 ms', '0 мс'],
  [850.4, '850 ms', '850 мс'],
  [1_500, '1.5 s', '1,5 с'],
  [59_400, '59 s', '59 с'],
  [3 * MINUTE + 5_000, '3 min 5 s', '3 мин 5 с'],
  [HOUR + 3 * MINUTE, '1 h 3 min', '1 ч 3 мин'],
  [2_000 * HOUR, '2,000 h 0 min', '2\u00a0000 ч 0 мин'],
])('%d milliseconds take "%s"', async (milliseconds, english, russian) => {
  onTestFinished(() => preferLanguage('en'));
  preferLanguage('en');
  expect(duration(milliseconds)).toBe(english);
  loadTexts();
  preferLanguage('ru');
  await vi.waitFor(() => expect(texts()).toBe(ru));
  expect(duration(milliseconds)).toBe(russian);
});
