import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../../../shared/core/clock.ts';
import { type Counted, nothingCounted } from '../../../../shared/monitoring/counted.ts';
import { nothing, type Published, type Walk } from '../../../../shared/monitoring/snapshot.ts';
import { countedSince, dayOf, totalsAfter } from '../../../../shared/monitoring/totals.ts';

/* Requirements: OPS1, BUS8. */

const midnight = Date.parse('2026-11-22T00:00:00Z');
const runs = (count: number): Counted => ({ ...nothingCounted(), runs: count });

/** What was done on each day, as long as who did it is here. */
type Done = Record<string, number>;

/** A walk as it is taken: over the days that are not settled. */
const walked = (done: Done, at: number, before?: Published, unread = 0): Published => {
  const [since, day] = [countedSince(before?.totals, at), dayOf(at)];
  const of = (isCounted: (one: string) => boolean): Counted =>
    runs(Object.entries(done).reduce((sum, [one, count]) => sum + (isCounted(one) ? count : 0), 0));
  const counted = of((one) => one >= since && one <= day);
  const sums = { ...nothing(), counted, earlier: of((one) => one >= since && one < day), unread };
  const walk: Walk = { begun: at, day, since, sums };
  return { ...walk, ended: at, totals: totalsAfter(walk, before) };
};
const shown = ({ totals }: Published): number => totals.shown.runs;

describe('counters', () => {
  test('counters go on over midnight, with what was done after the last reading of the day before', () => {
    const evening = walked({ '2026-11-21': 7 }, midnight - MINUTE);
    const night = walked({ '2026-11-21': 9 }, midnight + MINUTE, evening);
    const later = walked({ '2026-11-21': 10, '2026-11-22': 1 }, midnight + 6 * MINUTE, night);
    const noon = walked({ '2026-11-21': 10, '2026-11-22': 5 }, midnight + DAY / 2, later);
    expect([evening, night, later, noon].map(shown)).toEqual([7, 9, 11, 15]);
    expect(noon.since).toBe('2026-11-22');
  });

  test('counters have what was done while nobody watched, as far as a week back', () => {
    const before = walked({ '2026-11-21': 7 }, midnight - MINUTE);
    const done = { '2026-11-21': 8, '2026-11-23': 2, '2026-11-24': 1 };
    expect(shown(walked(done, midnight + 2 * DAY + MINUTE, before))).toBe(11);
    const late = walked({ ...done, '2026-12-20': 4 }, midnight + 28 * DAY + MINUTE, before);
    expect([late.since, shown(late)]).toEqual(['2026-12-13', 7]);
  });

  test('counters keep what a removed person did, and count on from there', () => {
    const before = walked({ '2026-11-22': 10 }, midnight + DAY / 2);
    const without = walked({ '2026-11-22': 6 }, midnight + DAY / 2 + MINUTE, before);
    const after = walked({ '2026-11-22': 8 }, midnight + DAY / 2 + 2 * MINUTE, without);
    expect([before, without, after].map(shown)).toEqual([10, 10, 12]);
  });

  test('counters count nothing twice of a person who could not be read for once', () => {
    const before = walked({ '2026-11-22': 10 }, midnight + DAY / 2);
    const without = walked({ '2026-11-22': 6 }, midnight + DAY / 2 + MINUTE, before, 1);
    const after = walked({ '2026-11-22': 11 }, midnight + DAY / 2 + 2 * MINUTE, without);
    expect([before, without, after].map(shown)).toEqual([10, 10, 11]);
  });

  test('counters count nothing twice where a walk is published twice, because it could not be ended', () => {
    const evening = walked({ '2026-11-21': 7 }, midnight - MINUTE);
    const once = walked({ '2026-11-21': 9, '2026-11-22': 1 }, midnight + DAY / 2, evening);
    const { totals: _, ended: __, ...walk } = once;
    expect(totalsAfter(walk, once)).toEqual(once.totals);
    expect(once.totals).toMatchObject({ since: '2026-11-22', shown: { runs: 10 } });
  });
});
