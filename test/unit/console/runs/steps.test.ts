import { describe, expect, test } from 'vitest';
import { byTask, readable, type Step, toldOf } from '../../../../console/src/screens/runs/steps/words.ts';
import { lanesOfSteps } from '../../../../console/src/screens/runs/timeline/from-steps.ts';
import type { Run } from '../../../../console/src/screens/runs/timeline/stretches.ts';
import { en } from '../../../../console/src/texts/en.ts';
import { ru } from '../../../../console/src/texts/ru.ts';
import { at } from '../event-log.ts';
import { run, task } from './run.ts';

/* Requirements: WEB1. */

const usage = { model: 'scripted', prompt_tokens: 1, completion_tokens: 1 };

/** A step of a task, from one second to another. */
const took = (from: number, to: number, number: number, task_id = 'tsk_1') => ({
  task_id,
  number,
  began_at: at(from),
  ended_at: at(to),
  is_cut: false,
});
const model = (from: number, to: number, number: number, task_id?: string): Step => ({
  ...took(from, to, number, task_id),
  kind: 'model',
  text: '',
  calls: [],
  usage,
});
const tool = (name: string, from: number, to: number, number: number): Extract<Step, { kind: 'tool' }> => ({
  ...took(from, to, number),
  kind: 'tool',
  call_id: 'c',
  name,
  arguments: '{}',
  outcome: 'done',
  content: '',
});

const names = new Map([['tsk_1', 'ann']]);

/** `kind why seconds` of a lane, in order. */
const told = (known: Run, steps: readonly Step[], lane = 1, more = {}): string[] =>
  (lanesOfSteps(known, steps, { names, ...more })[lane]?.stretches ?? []).map(({ kind, why, from, to }) =>
    [kind, why, to === undefined ? '…' : (to - from) / 1_000].filter((part) => part !== undefined).join(' '),
  );

describe('where the time of a run went, by its steps', () => {
  const writing = { ...tool('file_write', 21, 25, 3), approval_id: 'apr_1' };
  const direct = [model(3, 5, 1), tool('clock', 5, 6, 2), writing];

  test('a task that waited for a person: each stretch, why, and the decision', () => {
    expect(told(run(), direct)).toEqual([
      'queued slot 1',
      'working 2',
      'tool 1',
      'waiting approval 15',
      'tool 4',
      'working 5',
    ]);
    const [, lane] = lanesOfSteps(run(), direct, { names });
    expect(lane).toMatchObject({ id: 'tsk_1', name: 'ann' });
    expect(lane?.stretches.find(({ kind }) => kind === 'waiting')?.approval).toBe('apr_1');
  });

  test('the run as a whole waited for its turn, then worked', () => {
    expect(told(run(), direct, 0)).toEqual(['queued run 2', 'working 28']);
  });

  test('a run that was cancelled before its turn was only queued', () => {
    const cancelled = run({ state: 'cancelled', started_at: null });
    expect(told(cancelled, [], 0)).toEqual(['queued run 30']);
    expect(lanesOfSteps(cancelled, [], { names })).toHaveLength(1);
  });

  test('a gap that nobody was asked in is a wait; another agent that was asked is waited for', () => {
    const steps = [model(2, 5, 1), tool('ask_agent', 5, 15, 2), model(25, 30, 3)];
    expect(told(run(), steps)).toEqual(['working 3', 'waiting agent 10', 'waiting 10', 'working 5']);
  });

  test('what lies between two steps for less than a second is no wait', () => {
    const steps = [model(2, 5, 1), tool('clock', 5.4, 7, 2)];
    expect(told(run(), steps)).toEqual(['working 3', 'tool 2', 'working 23']);
  });

  test('what a run under way does now is open; a cancelled one says nothing of what its task did last', () => {
    expect(told(run({ state: 'waiting', ended_at: null }), direct).at(-1)).toBe('waiting …');
    expect(told(run({ state: 'running', ended_at: null }), direct).at(-1)).toBe('working …');
    expect(told(run({ state: 'cancelled' }), direct).at(-1)).toBe('tool 4');
  });

  test('steps of a build that were done at the same time are work, counted once', () => {
    const build = (from: number, to: number, number: number): Step => ({
      ...took(from, to, number),
      kind: 'build',
      name: `step ${number}`,
    });
    expect(told(run({ mode: 'build' }), [build(2, 6, 1), build(3, 9, 2), build(4, 5, 3), build(9, 30, 4)])).toEqual([
      'working 28',
    ]);
  });

  test('tasks of a plan last as its plan says, also those without a step', () => {
    const plan = run({ mode: 'orchestrated', tasks: [task('tsk_1', 'first'), task('tsk_2', 'second')] });
    const spans = new Map([
      ['tsk_1', { from: Date.parse(at(3)), to: Date.parse(at(10)) }],
      ['tsk_2', { from: Date.parse(at(10)), to: Date.parse(at(29)) }],
    ]);
    expect(told(plan, [model(3, 5, 1)], 1, { spans })).toEqual(['working 7']);
    expect(told(plan, [model(3, 5, 1)], 2, { spans })).toEqual(['working 19']);
  });

  test('steps of before, which have no times, leave the times of the run', () => {
    const { began_at: _, ended_at: __, ...old } = model(3, 5, 1);
    expect(told(run(), [old])).toEqual(['working 28']);
  });
});

describe('a step in words', () => {
  test('a call that a person changed tells with what, why, and what came of it', () => {
    const step = {
      ...tool('file_write', 1, 3, 2),
      arguments: '{"path":"a.txt"}',
      outcome: 'rejected' as const,
      content: '<b>no</b>',
      consent: { edited: true, reason: 'Better so.' },
    };
    expect(toldOf(step, en)).toEqual({
      text: 'file_write: rejected',
      tone: 'attention',
      took: 2_000,
      parts: [
        { title: 'With, as you changed it', text: '{\n  "path": "a.txt"\n}' },
        { title: 'You said', text: 'Better so.' },
        { title: 'What came of it', text: '<b>no</b>' },
      ],
    });
  });

  test('a model that calls for tools names them, one that answers does not; a build names its step', () => {
    const calls = ['clock', 'file_read'].map((name) => ({ id: name, name, arguments: '{}' }));
    expect(toldOf({ ...model(1, 2, 1), calls } as Step, en).text).toBe('The model called for clock, file_read');
    expect(toldOf(model(1, 2, 1), ru).text).toBe('Модель ответила');
    expect(toldOf({ ...took(1, 2, 1), kind: 'build', name: 'plan' }, en)).toMatchObject({ text: 'plan', parts: [] });
  });

  test('arguments are indented where that changes no number, and stay as they are where they are cut', () => {
    expect(readable('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(readable('{"a":12345678901234567890}')).toBe('{"a":12345678901234567890}');
    expect(readable('{"a":"long …')).toBe('{"a":"long …');
  });

  test('steps stand by task, in the order of the journal', () => {
    const steps = [model(1, 2, 1), model(2, 3, 2), model(1, 2, 1, 'tsk_2')];
    expect([...byTask(steps)].map(([id, some]) => [id, some.length])).toEqual([
      ['tsk_1', 2],
      ['tsk_2', 1],
    ]);
  });
});
