import { describe, expect, test } from 'vitest';
import {
  addTask,
  changeTask,
  type Draft,
  type DraftTask,
  draftOf,
  removeTask,
  toggleDependency,
} from '../../../../console/src/screens/plans/edit/draft.ts';
import { faultsOf, inCycles, type Rules } from '../../../../console/src/screens/plans/edit/faults.ts';
import type { Plan } from '../../../../console/src/screens/plans/state/plan.ts';
import { checkGraph } from '../../../../shared/plans/graph/check.ts';

/* Requirements: WEB1. */

const task = (id: string, depends_on: string[] = [], more: Partial<DraftTask> = {}): DraftTask => ({
  id,
  description: `Do ${id}`,
  agent: 'ann',
  depends_on,
  ...more,
});

const rules: Rules = { agents: new Set(['ann', 'ben']), maxTasks: 5, kept: new Set(['old']) };
const codes = (draft: Draft, more: Partial<Rules> = {}): string[] =>
  faultsOf(draft, { ...rules, ...more }).map(({ code }) => code);

const agents = ['ann', 'ben'].map((name) => ({ key: name, id: `agt_${name}`, name, version: 1 }));
const isAccepted = (draft: Draft): boolean =>
  checkGraph({ tasks: draft }, { agents, maxTasks: 5, kept: [{ id: 'old', number: 1 }] }).ok;

describe('editing a plan', () => {
  test('whoever waits for a task that gets another name waits for it still', () => {
    const draft = changeTask([task('a'), task('b', ['a'])], 0, { id: 'first' });
    expect(draft.map(({ id, depends_on }) => [id, depends_on])).toEqual([
      ['first', []],
      ['b', ['first']],
    ]);
  });

  test('a name that two tasks have for a moment takes no dependents along', () => {
    const draft = changeTask([task('a'), task('a'), task('b', ['a'])], 1, { id: 'c' });
    expect(draft[2]?.depends_on).toEqual(['a']);
  });

  test('what waited for a task that is removed waits for what that one waited for', () => {
    const draft = removeTask([task('a'), task('b', ['a']), task('c', ['b', 'a'])], 1);
    expect(draft.map(({ id, depends_on }) => [id, depends_on])).toEqual([
      ['a', []],
      ['c', ['a']],
    ]);
  });

  test('a new task has a name that nobody has', () => {
    expect(addTask([task('t2')], 'ann', ['t3']).at(-1)).toMatchObject({ id: 't4', agent: 'ann', depends_on: [] });
  });

  test('a dependency is set and taken away', () => {
    const draft = [task('a'), task('b')];
    const set = toggleDependency(draft, 1, 'a');
    expect(set[1]?.depends_on).toEqual(['a']);
    expect(toggleDependency(set, 1, 'a')).toEqual(draft);
  });

  test('the draft has the whole texts and dependencies of the plan, and the expected outputs of the approval', () => {
    const drafted = { task_id: null, agent: 'ann', state: 'blocked', replaced: false, round: 2 };
    const plan = {
      round: 1,
      tasks: [
        { ...drafted, id: 'old', task_id: 'tsk_1', round: 1, state: 'completed', depends_on: [], description: 'Old' },
        { ...drafted, id: 'a', depends_on: ['old'], description: 'All of it' },
      ],
    } as unknown as Plan;
    const shown = [{ id: 'a', description: 'All…', depends_on: [], expected_output: 'A list' }];
    expect(draftOf(plan, shown)).toEqual([
      { id: 'a', description: 'All of it', agent: 'ann', depends_on: ['old'], expected_output: 'A list' },
    ]);
  });
});

describe('what makes a plan invalid', () => {
  test.each<[string, Draft, string]>([
    ['a cycle', [task('a', ['c']), task('b', ['a']), task('c', ['b'])], 'cycle'],
    ['a task that waits for itself', [task('a', ['a'])], 'onItself'],
    ['a task that waits for one that is not there', [task('a', ['gone'])], 'unknownTask'],
    ['two tasks of one name', [task('a'), task('a')], 'sameName'],
    ['the name of a task that is done', [task('old')], 'keptName'],
    ['a name with a space', [task('a b')], 'badName'],
    ['no name', [task('')], 'badName'],
    ['no description', [task('a', [], { description: ' ' })], 'noDescription'],
    ['a description that is too long', [task('a', [], { description: 'x'.repeat(4_001) })], 'tooLong'],
    ['an agent that is not there', [task('a', [], { agent: 'zoe' })], 'unknownAgent'],
    ['nobody to do it', [task('a', [], { agent: '' })], 'noAgent'],
    ['no tasks', [], 'noTasks'],
    ['too many tasks', ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => task(id)), 'tooManyTasks'],
  ])('%s is said here, and refused by the service', (_, draft, code) => {
    expect(codes(draft)).toEqual([code]);
    expect(isAccepted(draft)).toBe(false);
  });

  test('a valid plan has no faults, and is accepted', () => {
    const draft = [task('a', ['old']), task('b', ['a']), task('c', ['a'], { expected_output: 'A list' })];
    expect(codes(draft)).toEqual([]);
    expect(isAccepted(draft)).toBe(true);
  });

  test('a cycle names its tasks in order, and all of them are marked', () => {
    const draft = [task('a', ['c']), task('b', ['a']), task('c', ['b']), task('d', ['a'])];
    const [fault] = faultsOf(draft, rules);
    expect(fault).toMatchObject({ code: 'cycle', values: { cycle: 'a → c → b → a' } });
    expect(inCycles(draft)).toEqual(new Set([0, 1, 2]));
  });

  test('where the agents could not be read none is called unknown', () => {
    expect(codes([task('a', [], { agent: 'zoe' })], { agents: undefined })).toEqual([]);
  });
});
