import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGraph } from '../../../../../shared/plans/graph/check.ts';
import type { PlannedTask } from '../../../../../shared/plans/graph/graph.ts';
import { criticalPath, dependentsOf, orderOf, sinksOf } from '../../../../../shared/plans/graph/shape.ts';
import { agents, graph, soundGraph } from './graphs.ts';

const planned = (draft: unknown): PlannedTask[] => {
  const checked = checkGraph(draft, { agents, maxTasks: 60 });
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return checked.tasks;
};

const diamond = planned(graph('a', 'b > a', 'c > a', 'd > b c', 'e'));

describe('the shape of a graph', () => {
  test('sinks are the tasks on which none depends', () => {
    expect(sinksOf(diamond)).toEqual([4, 5]);
  });

  test('every task knows its dependants, and a kept task of an earlier round is not part of the round', () => {
    const [first] = diamond as [PlannedTask];
    expect([...dependentsOf([{ ...first, depends_on: [77] }, ...diamond.slice(1)])]).toEqual([
      [1, [2, 3]],
      [2, [4]],
      [3, [4]],
      [4, []],
      [5, []],
    ]);
  });

  test('the critical path is the heaviest chain', () => {
    const weights: Record<number, number> = { 1: 1, 2: 5, 3: 2, 4: 1, 5: 6 };
    expect(criticalPath(diamond, ({ number }) => weights[number] ?? 0)).toEqual({ length: 7, path: [1, 2, 4] });
    expect(criticalPath(diamond, ({ number }) => (number === 5 ? 9 : 1))).toEqual({ length: 9, path: [5] });
  });

  test('the critical path is a chain of the graph, and no chain from the start is heavier', () => {
    fc.assert(
      fc.property(soundGraph, fc.array(fc.nat({ max: 100 }), { minLength: 60, maxLength: 60 }), (draft, weights) => {
        const tasks = planned(draft);
        const byNumber = new Map(tasks.map((task) => [task.number, task]));
        const weigh = (number: number): number => weights[number - 1] ?? 0;
        const { length, path } = criticalPath(tasks, ({ number }) => weigh(number));
        for (const [step, number] of path.entries())
          if (step > 0) expect(byNumber.get(number)?.depends_on).toContain(path[step - 1]);
        expect(path.reduce((sum, number) => sum + weigh(number), 0)).toBe(length);
        const longest = new Map<number, number>();
        for (const number of orderOf(tasks)) {
          const before = (byNumber.get(number)?.depends_on ?? []).map((on) => longest.get(on) ?? 0);
          longest.set(number, Math.max(0, ...before) + weigh(number));
        }
        expect(length).toBe(Math.max(...longest.values()));
      }),
    );
  });

  test('a graph with a cycle has no order', () => {
    expect(() =>
      orderOf([
        { number: 1, depends_on: [2] },
        { number: 2, depends_on: [1] },
      ]),
    ).toThrow('cycle');
  });
});
