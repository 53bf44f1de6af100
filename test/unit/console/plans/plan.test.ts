import { describe, expect, test } from 'vitest';
import { readingOrder } from '../../../../console/src/screens/plans/state/order.ts';
import {
  advanced,
  costSoFar,
  countsOf,
  type Plan,
  type PlanTask,
} from '../../../../console/src/screens/plans/state/plan.ts';
import { indexOf, keyOf } from '../../../../console/src/screens/plans/state/task-key.ts';
import { at, logOf } from '../event-log.ts';

/* Requirements: WEB1. */

const task = (id: string, more: Partial<PlanTask> = {}): PlanTask => ({
  id,
  task_id: `tsk_${id}`,
  description: `Do ${id}`,
  agent: 'ann',
  depends_on: [],
  state: 'blocked',
  replaced: false,
  round: 1,
  result: null,
  error: null,
  started_at: null,
  ended_at: null,
  ...more,
});

const plan = (tasks: PlanTask[], more: Partial<Plan> = {}): Plan => ({
  run_id: 'run_1',
  session_id: 'ses_1',
  state: 'running',
  round: 1,
  tasks,
  estimated_cost: null,
  estimated_duration: null,
  critical_path: [],
  approval_id: null,
  created_at: at(0),
  started_at: at(0),
  ended_at: null,
  ...more,
});

const statesAfter = (known: Plan, ...lines: Parameters<typeof logOf>) =>
  advanced(known, logOf(...lines)).tasks.map(({ state }) => state);

describe('a plan that follows its events', () => {
  test('a task goes through the states that its events tell, and the others stay', () => {
    const known = plan([task('a'), task('b')]);
    const id = { task_id: 'tsk_a' };
    expect(statesAfter(known, [1, 'task_queued', id])).toEqual(['queued', 'blocked']);
    expect(statesAfter(known, [1, 'task_queued', id], [2, 'task_started', id])).toEqual(['running', 'blocked']);
    expect(statesAfter(known, [2, 'task_started', id], [3, 'task_waiting', id])).toEqual(['waiting', 'blocked']);
    expect(statesAfter(known, [2, 'task_started', id], [9, 'task_completed', id])).toEqual(['completed', 'blocked']);
  });

  test('a task began when it was first started, however often it waited', () => {
    const id = { task_id: 'tsk_a' };
    const log = logOf(
      [2, 'task_started', id],
      [3, 'task_waiting', id],
      [8, 'task_started', id],
      [9, 'task_completed', id],
    );
    expect(advanced(plan([task('a')]), log).tasks[0]).toMatchObject({ started_at: at(2), ended_at: at(9) });
  });

  test('a task that has ended is not brought back by an event that is older than what is known', () => {
    const known = plan([task('a', { state: 'completed', result: 'Done.' })]);
    expect(statesAfter(known, [1, 'task_queued', { task_id: 'tsk_a' }])).toEqual(['completed']);
  });

  test('a failure brings its reason along', () => {
    const failed = { task_id: 'tsk_a', error_code: 'model_failed', detail: 'It did not answer.' };
    const [one] = advanced(plan([task('a')]), logOf([1, 'task_failed', failed])).tasks;
    expect(one).toMatchObject({ state: 'failed', error: { error_code: 'model_failed', detail: 'It did not answer.' } });
  });

  test('the question whether it may begin makes it wait, and the decision ends that', () => {
    const known = plan([], { round: 0, state: 'planning' });
    const asked = advanced(known, logOf([1, 'approval_required', { kind: 'plan', approval_id: 'apr_1' }]));
    expect(asked).toMatchObject({ state: 'waiting', approval_id: 'apr_1' });
    expect(advanced(asked, logOf([2, 'approval_resolved', { approval_id: 'apr_1' }]))).toMatchObject({
      state: 'planning',
      approval_id: null,
    });
    expect(advanced(asked, logOf([2, 'approval_resolved', { approval_id: 'apr_2' }])).approval_id).toBe('apr_1');
  });

  test('a call of a tool that waits for a person is no question about the plan', () => {
    const asked = advanced(plan([]), logOf([1, 'approval_required', { kind: 'tool', approval_id: 'apr_1' }]));
    expect(asked).toMatchObject({ state: 'running', approval_id: null });
  });

  test('the end of the run is the end of the plan', () => {
    expect(advanced(plan([]), logOf([7, 'run_completed', { state: 'partial' }]))).toMatchObject({
      state: 'partial',
      ended_at: at(7),
    });
  });

  test('what it has cost so far is the sum over the tasks that have ended, where a price is known', () => {
    const log = logOf(
      [1, 'task_completed', { usage: { cost: 0.25 } }],
      [2, 'task_completed', { usage: null }],
      [3, 'task_completed', { usage: { cost: 0.5 } }],
      [4, 'task_started', { usage: { cost: 7 } }],
    );
    expect(costSoFar(log)).toBe(0.75);
    expect(costSoFar([])).toBe(0);
    expect(costSoFar(log.slice(1, 2))).toBeUndefined();
  });

  test('tasks that were replaced are not counted', () => {
    const counts = countsOf([task('a', { state: 'failed', replaced: true }), task('b', { state: 'completed' })]);
    expect([...counts]).toEqual([['completed', 1]]);
  });

  test('the address of a task that had no id yet leads to it after the plan has begun', () => {
    const drafted = task('a', { task_id: null });
    const opened = [task('b'), task('a')];
    expect(keyOf(drafted)).toBe('a');
    expect(indexOf(opened, keyOf(drafted))).toBe(1);
    expect(indexOf(opened, 'gone')).toBeUndefined();
  });

  test('as a list each task comes after those it waits for, in whatever order they were written', () => {
    const tasks = [task('c', { depends_on: ['b'] }), task('a'), task('b', { depends_on: ['a'] }), task('d')];
    expect(readingOrder(tasks)).toEqual([1, 3, 2, 0]);
  });
});
