import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenIn, drawingOf, shapeOf } from '../../../../console/src/screens/plans/graph/drawing.ts';
import { neighbour } from '../../../../console/src/screens/plans/graph/neighbour.ts';
import { linesOf } from '../../../../console/src/screens/plans/graph/paths.ts';
import { cyclesOf, type NamedTask } from '../../../../shared/graphs/index.ts';

/* Requirements: WEB1. */

const named = (id: string, depends_on: string[] = [], more: Partial<NamedTask> = {}): NamedTask => ({
  id,
  depends_on,
  round: 1,
  replaced: false,
  ...more,
});

/** Tasks that depend on any others, cycles included. */
const anyTasks = fc.array(fc.array(fc.nat(11), { maxLength: 4 }), { minLength: 1, maxLength: 12 }).map((all) =>
  all.map((on, index) =>
    named(
      `t${index}`,
      on.map((one) => `t${one}`),
    ),
  ),
);

describe('a plan as it is drawn', () => {
  test('a plan with cycles is drawn all the same, and no more links are left out than lie on a cycle', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const { boxes, trees, broken } = drawingOf(tasks, []);
        expect(boxes.filter(Boolean)).toHaveLength(tasks.length);
        const drawn = trees.flatMap(({ from, branches }) => branches.map(({ to }) => ({ from, to })));
        const after = tasks.map((_, index) => drawn.filter(({ to }) => to === index).map(({ from }) => from));
        expect(cyclesOf(after)).toEqual([]);
        for (const link of broken) {
          const closed = after.map((on, index) => (index === link.to ? [...on, link.from] : on));
          expect(cyclesOf(closed)).not.toEqual([]);
        }
      }),
    );
  });

  test('of two tasks that wait for each other one link is drawn back', () => {
    const links = [
      { from: 0, to: 1 },
      { from: 1, to: 0 },
    ];
    expect(brokenIn(2, links)).toEqual([{ from: 1, to: 0 }]);
  });

  test('a dependency that names no task is not drawn', () => {
    expect(drawingOf([named('a', ['gone', 'a'])], []).trees).toEqual([]);
  });

  test('the critical path is drawn as lines of its own', () => {
    const drawing = drawingOf([named('a'), named('b', ['a']), named('c', ['a'])], ['a', 'b']);
    const { plain, critical } = linesOf(drawing.trees, drawing.critical);
    expect(critical.lines.match(/M/g)).toHaveLength(1);
    expect(plain.lines.match(/M/g)).toHaveLength(1);
    expect(drawing.critical.tasks).toEqual(new Set([0, 1]));
  });

  test('a change of state alone is no other shape', () => {
    const tasks = [named('a'), named('b', ['a'])];
    const running = tasks.map((task) => ({ ...task, state: 'running' }));
    expect(shapeOf(running, [])).toBe(shapeOf(tasks, []));
    expect(shapeOf([named('a'), named('b')], [])).not.toBe(shapeOf(tasks, []));
  });

  test('two hundred tasks with a thousand links all have a place', () => {
    const tasks = Array.from({ length: 200 }, (_, index) =>
      named(`t${index}`, [...new Set(Array.from({ length: 5 }, (_, k) => `t${(index * 7 + k * 31) % (index || 1)}`))]),
    );
    const { boxes } = drawingOf(tasks, []);
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(200);
  });
});

describe('the arrow keys', () => {
  const boxes = [
    { x: 0, y: 0 },
    { x: 100, y: 10 },
    { x: 100, y: 90 },
    { x: 200, y: 0 },
  ];
  test.each([
    ['ArrowRight', 0, 1],
    ['ArrowDown', 1, 2],
    ['ArrowUp', 2, 1],
    ['ArrowLeft', 3, 1],
    ['Home', 3, 0],
    ['End', 0, 3],
    ['ArrowLeft', 0, undefined],
    ['a', 0, undefined],
  ])('%s leads from box %s to box %s', (key, from, to) => {
    expect(neighbour(boxes, from, key)).toBe(to);
  });
});
