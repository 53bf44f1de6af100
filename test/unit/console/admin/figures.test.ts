import { describe, expect, test } from 'vitest';
import { type Failure, failuresOf } from '../../../../console/src/screens/admin/figures/failures.ts';
import { summed } from '../../../../console/src/screens/admin/figures/sums.ts';

describe('sums that come in pages', () => {
  test('of the same key are added up, in the order they first came in', () => {
    const rows = [
      { day: '2026-11-28', calls: 1, cost: 0.5 },
      { day: '2026-11-29', calls: 2, cost: 1 },
      { day: '2026-11-28', calls: 3, cost: 0.25 },
    ];
    expect(summed(rows, ({ day }) => day)).toEqual([
      { day: '2026-11-28', calls: 4, cost: 0.75 },
      { day: '2026-11-29', calls: 2, cost: 1 },
    ]);
  });

  test('leave the rows of a page as they are', () => {
    const rows = [
      { day: 'a', calls: 1 },
      { day: 'a', calls: 1 },
    ];
    summed(rows, ({ day }) => day);
    expect(rows[0]).toEqual({ day: 'a', calls: 1 });
  });
});

describe('failures that come in pages', () => {
  const failure = (day: string, runs: number, at: string): Failure => ({
    day,
    error_code: 'timeout',
    runs,
    users: 1,
    newest: { user_id: at, project_id: 'prj_1', run_id: 'run_1', at },
  });

  test('are added up by day and reason, with the newest run of all, newest day first', () => {
    const rows = failuresOf([
      failure('2026-11-27', 1, '2026-11-27T10:00:00Z'),
      failure('2026-11-28', 2, '2026-11-28T10:00:00Z'),
      failure('2026-11-28', 3, '2026-11-28T11:00:00Z'),
    ]);
    expect(rows).toMatchObject([
      { day: '2026-11-28', runs: 5, users: 2, newest: { at: '2026-11-28T11:00:00Z' } },
      { day: '2026-11-27', runs: 1 },
    ]);
  });
});
