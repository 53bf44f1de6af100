import { describe, expect, test } from 'vitest';
import { RESULT_TOKENS } from '../../../../shared/plans/brief/brief.ts';
import { orchestratorConfigSchema } from '../../../../shared/plans/index.ts';
import { MAX_GENERATIONS, MAX_REPLANS, WATCH_INTERVAL } from '../../../../shared/plans/records/timing.ts';

/* Requirements: PL5, PL9. */

describe('the limits of plans', () => {
  test('a user who has set nothing has 10 tasks in parallel, 50 tasks in a plan and 5 US dollars for a run', () => {
    expect(orchestratorConfigSchema.parse({})).toEqual({
      model: null,
      approval: { max_tasks: 20, max_cost: 1, min_risk: 'high' },
      max_parallel: 10,
      max_tasks: 50,
      budget_per_run: 5,
      auto_approve_low_risk: true,
    });
  });

  test('at most 50 tasks run in parallel and a plan has at most 200', () => {
    const accepts = (config: object) => orchestratorConfigSchema.safeParse(config).success;
    expect([{ max_parallel: 50 }, { max_tasks: 200 }].map(accepts)).toEqual([true, true]);
    expect([{ max_parallel: 51 }, { max_parallel: 0 }, { max_tasks: 201 }].map(accepts)).toEqual([false, false, false]);
  });

  test('a run is re-planned at most twice, its execution is checked every minute and restarted at most 9 times', () => {
    expect([MAX_REPLANS, WATCH_INTERVAL, MAX_GENERATIONS]).toEqual([2, 60_000, 10]);
  });

  test('a task gets at most 8,000 tokens of earlier results', () => {
    expect(RESULT_TOKENS).toBe(8_000);
  });
});
