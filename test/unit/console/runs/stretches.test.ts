import { describe, expect, test } from 'vitest';
import {
  lanesOf,
  type Run,
  spanOf,
  sumsOf,
  taskNames,
} from '../../../../console/src/screens/runs/timeline/stretches.ts';
import { logOf, millisecondsAt } from '../event-log.ts';
import { run } from './run.ts';

/* Requirements: WEB1. */

const one = { task_id: 'tsk_1' };

/** `kind why seconds` of a lane, in order. */
const told = (known: Run, log: ReturnType<typeof logOf>, lane = 1): string[] =>
  (lanesOf(known, log)[lane]?.stretches ?? []).map(({ kind, why, from, to }) =>
    [kind, why, to === undefined ? '…' : (to - from) / 1_000].filter((part) => part !== undefined).join(' '),
  );

const asked = { ...one, why: 'approval', approval_id: 'apr_1' };
const direct = logOf(
  [2, 'run_started', { mode: 'direct' }],
  [2, 'task_queued', one],
  [3, 'task_started', one],
  [5, 'task_waiting', asked],
  [5, 'approval_required', { ...one, approval_id: 'apr_1', kind: 'tool' }],
  [20, 'approval_resolved', { approval_id: 'apr_1', status: 'approved' }],
  [21, 'task_started', one],
  [22, 'tool_called', { ...one, tool: 'file_write' }],
  [26, 'tool_result', { ...one, tool: 'file_write', outcome: 'done' }],
  [30, 'task_completed', one],
  [30, 'run_completed', { state: 'completed' }],
);

describe('where the time of a run went', () => {
  test('a task that waits for a person: each stretch, why, and how long', () => {
    expect(told(run(), direct)).toEqual([
      'queued slot 1',
      'working 2',
      'waiting approval 15',
      'queued slot 1',
      'working 1',
      'tool 4',
      'working 4',
    ]);
  });

  test('a build that was decided about works again from the first thing that it tells of', () => {
    const log = logOf(
      [1, 'task_started', one],
      [5, 'task_waiting', asked],
      [20, 'approval_resolved', { approval_id: 'apr_1', status: 'approved' }],
      [21, 'build_stage', { stage: 'plan' }],
      [25, 'build_version', { version: 1 }],
      [30, 'task_completed', one],
    );
    expect(told(run({ mode: 'build' }), log)).toEqual([
      'working 4',
      'waiting approval 15',
      'queued slot 1',
      'working 9',
    ]);
  });

  test('the wait for a decision leads to the decision', () => {
    const [, task] = lanesOf(run(), direct);
    expect(task?.stretches.find(({ kind }) => kind === 'waiting')?.approval).toBe('apr_1');
  });

  test('the run waited for its turn from when it was accepted until it started', () => {
    expect(told(run(), direct, 0)).toEqual(['queued run 2', 'working 28']);
  });

  test('a plan is drawn up, asked about and carried out', () => {
    const log = logOf(
      [1, 'run_started', { mode: 'orchestrated' }],
      [4, 'approval_required', { kind: 'plan', approval_id: 'apr_9' }],
      [10, 'approval_resolved', { approval_id: 'apr_9', status: 'approved' }],
      [11, 'plan_created', { round: 1 }],
      [30, 'run_completed', { state: 'completed' }],
    );
    expect(told(run({ mode: 'orchestrated' }), log, 0)).toEqual([
      'queued run 1',
      'planning 3',
      'waiting plan 6',
      'planning 1',
      'working 19',
    ]);
  });

  test('what goes on has no end, and counts until now', () => {
    const log = logOf([1, 'run_started', { mode: 'direct' }], [1, 'task_queued', one], [2, 'task_started', one]);
    const lanes = lanesOf(run({ ended_at: null, state: 'running' }), log);
    expect(lanes[1]?.stretches.at(-1)).toMatchObject({ kind: 'working', to: undefined });
    expect(spanOf(lanes, millisecondsAt(12))).toEqual({ from: millisecondsAt(0), to: millisecondsAt(12) });
    expect(sumsOf(lanes.slice(1), millisecondsAt(12))).toEqual([
      { kind: 'working', why: undefined, time: 10_000 },
      { kind: 'queued', why: 'slot', time: 1_000 },
    ]);
  });

  test('a refused call has a result, and took no time', () => {
    const refused = { ...one, tool: 'file_write', outcome: 'rejected' };
    const log = logOf([2, 'task_started', one], [6, 'tool_result', refused], [9, 'task_completed', one]);
    expect(told(run(), log)).toEqual(['working 7']);
  });

  test('nothing is told of a task after its end', () => {
    const log = logOf([2, 'task_started', one], [9, 'task_completed', one], [11, 'task_started', one]);
    expect(told(run(), log)).toEqual(['working 7']);
  });

  test('tasks are named as their plan names them, or by their agent', () => {
    const tasks = [
      { id: 'tsk_1', plan_task: 'research', agent_key: 'ann', state: 'completed', attempts: 1 } as const,
      { id: 'tsk_2', plan_task: null, agent_key: 'ben', state: 'completed', attempts: 1 } as const,
    ];
    const log = logOf([2, 'task_started', one], [2, 'task_started', { task_id: 'tsk_2' }]);
    expect(
      lanesOf(run({ tasks }), log, taskNames(run({ tasks }), new Map([['ben', 'Benjamin']]))).map(({ name }) => name),
    ).toEqual([undefined, 'research', 'Benjamin']);
  });
});
