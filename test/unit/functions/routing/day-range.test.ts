import { expect, test } from 'vitest';
import { cursorOfDays, daysOfPage } from '../../../../functions/routing/day-range.ts';
import { encodeCursor } from '../../../../functions/routing/page.ts';
import { DAY, MINUTE } from '../../../../shared/core/clock.ts';
import { Unprocessable } from '../../../../shared/core/errors.ts';

/* Requirements: API4. */

const EVENING = Date.UTC(2026, 10, 29, 23, 59);
const USER = '01jd0000000000000000000000';

test('pages of figures keep to the days of the first one after midnight', () => {
  const first = daysOfPage({}, EVENING);
  expect(first).toEqual({ days: { since: '2026-10-30', until: '2026-11-29' }, after: undefined });
  const cursor = cursorOfDays(first.days, USER) ?? '';
  expect(daysOfPage({ cursor }, EVENING + 2 * MINUTE)).toEqual({ days: first.days, after: USER });
  expect(daysOfPage({ cursor }, EVENING + 3 * DAY).days).toEqual(first.days);
  expect(daysOfPage({}, EVENING + 2 * MINUTE).days.until).toBe('2026-11-30');
  expect(cursorOfDays(first.days, undefined)).toBeNull();
});

test('a cursor of figures that names no days is refused with 422', () => {
  for (const position of [USER, `2026-11-01/${USER}`, '2026-11-01/2026-11-02/']) {
    expect(() => daysOfPage({ cursor: encodeCursor(position) ?? '' }, EVENING)).toThrow(Unprocessable);
  }
});
