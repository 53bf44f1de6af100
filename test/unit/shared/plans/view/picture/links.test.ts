import { describe, expect, test } from 'vitest';
import { linksOf } from '../../../../../../shared/graphs/index.ts';
import { drawPlan } from '../../../../../../shared/plans/view/picture/draw.ts';
import type { PlanView } from '../../../../../../shared/plans/view/plan-view.ts';
import { NOW, plan, task } from './views.ts';

const drawn = (view: PlanView): string => drawPlan(view, { now: NOW });

describe('which task a name means', () => {
  test('a name that recurs in a later round means the task of the same round', () => {
    const tasks = [
      task('a', [], { state: 'completed' }),
      task('b', ['a'], { state: 'failed', replaced: true }),
      task('b', ['a'], { round: 2 }),
      task('c', ['b'], { round: 2 }),
      task('d', ['b'], { state: 'skipped', replaced: true }),
      task('e', ['a'], { round: 3 }),
    ];
    expect(linksOf(tasks).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [0, 2],
      [2, 3],
      [1, 4],
      [0, 5],
    ]);
  });

  test('a name shared by a kept task and a replaced one means the kept one', () => {
    const tasks = [
      task('a', [], { state: 'completed' }),
      task('a', [], { state: 'failed', replaced: true, round: 2 }),
      task('b', ['a'], { round: 3 }),
    ];
    expect(linksOf(tasks)).toEqual([{ from: 0, to: 2 }]);
  });

  test('a dependency on nothing, and a cycle, throw', () => {
    expect(() => drawn(plan([task('a', ['nobody'])]))).toThrow('"a" depends on "nobody"');
    expect(() => drawn(plan([task('a', ['b']), task('b', ['a'])]))).toThrow('cycle');
    expect(() => drawn(plan([task('a', ['a'])]))).toThrow('cycle');
  });
});
