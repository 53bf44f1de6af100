import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticalOf, type Layout, layOut, linksOf, type Measures } from '../../../../../../shared/graphs/index.ts';
import { MAX_EDGES, MAX_TASKS } from '../../../../../../shared/plans/graph/graph.ts';
import type { PlanView } from '../../../../../../shared/plans/view/plan-view.ts';
import { anyPlan, plan, task } from './views.ts';

const measures: Measures = {
  ...{ boxWidth: 200, boxHeight: 60, betweenBoxes: 20, boxToLine: 14, betweenLines: 10, minGap: 50, maxGap: 120 },
};

const laidOut = (view: PlanView): Layout => {
  const links = linksOf(view.tasks);
  return layOut(view.tasks.length, links, { critical: criticalOf(view, links), measures });
};

const boxOf = ({ boxes }: Layout, at: number) => {
  const { x, y } = boxes[at]!;
  return {
    left: x,
    right: x + measures.boxWidth,
    top: y,
    bottom: y + measures.boxHeight,
    middle: y + measures.boxHeight / 2,
  };
};

describe('where the tasks of a plan are drawn', () => {
  test('no two boxes touch, and all are within the picture', () => {
    fc.assert(
      fc.property(anyPlan(60), (view) => {
        const layout = laidOut(view);
        const boxes = view.tasks.map((_, at) => boxOf(layout, at));
        for (const [at, one] of boxes.entries()) {
          expect(Math.min(one.left, one.top)).toBeGreaterThanOrEqual(0);
          expect(one.right).toBeLessThanOrEqual(layout.width);
          expect(one.bottom).toBeLessThanOrEqual(layout.height);
          for (const other of boxes.slice(at + 1)) {
            const apart =
              one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  test('a task is to the right of all its dependencies', () => {
    fc.assert(
      fc.property(anyPlan(60), (view) => {
        const layout = laidOut(view);
        for (const { from, to } of linksOf(view.tasks)) {
          expect(boxOf(layout, to).left).toBeGreaterThan(boxOf(layout, from).right);
        }
      }),
    );
  });

  test('every dependency is one line between its boxes, always to the right, through no box', () => {
    fc.assert(
      fc.property(anyPlan(40), (view) => {
        const layout = laidOut(view);
        const boxes = view.tasks.map((_, at) => boxOf(layout, at));
        const drawn = layout.trees.flatMap(({ from, branches }) => branches.map(({ to }) => `${from}>${to}`));
        expect(drawn.toSorted()).toEqual(
          linksOf(view.tasks)
            .map(({ from, to }) => `${from}>${to}`)
            .toSorted(),
        );
        for (const { from, trunk, branches } of layout.trees) {
          for (const { to, along, ends } of branches) {
            const points = [...trunk.slice(0, along), ends];
            expect(points[0]).toEqual({ x: boxes[from]!.right, y: boxes[from]!.middle });
            expect(ends).toEqual({ x: boxes[to]!.left, y: boxes[to]!.middle });
            for (let at = 1; at < points.length; at++) {
              const [start, end] = [points[at - 1]!, points[at]!];
              expect(end.x).toBeGreaterThan(start.x);
              // Between columns there is no box; through a column a line is level.
              if (at % 2 === 0) expect(start.y).toBe(end.y);
              const met = boxes.filter(
                ({ left, right, top, bottom }) =>
                  left < end.x &&
                  right > start.x &&
                  top < Math.max(start.y, end.y) + 1 &&
                  bottom > Math.min(start.y, end.y) - 1,
              );
              expect(met).toEqual([]);
            }
          }
        }
      }),
    );
  });

  test('a chain, and the critical path of a ladder, are straight lines', () => {
    const chain = laidOut(plan([task('a'), task('b', ['a']), task('c', ['b'])]));
    expect(new Set(chain.boxes.map(({ y }) => y)).size).toBe(1);
    const rungs = Array.from({ length: 6 }, (_, at) => [
      task(`upper${at}`, at > 0 ? [`upper${at - 1}`, `lower${at - 1}`] : []),
      task(`lower${at}`, at > 0 ? [`lower${at - 1}`] : []),
    ]).flat();
    const ladder = laidOut(
      plan(rungs, { critical_path: rungs.map(({ id }) => id).filter((id) => id.startsWith('upper')) }),
    );
    expect(new Set(ladder.boxes.filter((_, at) => at % 2 === 0).map(({ y }) => y)).size).toBe(1);
  });

  test('the first task of a diamond stands in the middle of its height', () => {
    const diamond = laidOut(plan([task('a'), task('b', ['a']), task('c', ['a']), task('d', ['b', 'c'])]));
    const [a, b, c, d] = [0, 1, 2, 3].map((at) => boxOf(diamond, at).middle) as [number, number, number, number];
    expect([a, d]).toEqual([(b + c) / 2, (b + c) / 2]);
  });

  test('two rows written in crossing order are drawn without a crossing', () => {
    const view = plan([task('a'), task('b'), task('x', ['b']), task('y', ['a'])]);
    const layout = laidOut(view);
    const above = (one: number, other: number) => layout.boxes[one]!.y < layout.boxes[other]!.y;
    expect(above(0, 1)).toBe(above(3, 2));
  });

  test('joins whose parts were written in mixed order are drawn without a crossing', () => {
    const parts = Array.from({ length: 24 }, (_, at) => task(`part${at}`));
    const joins = Array.from({ length: 6 }, (_, join) =>
      task(
        `join${join}`,
        parts.flatMap(({ id }, at) => ((at * 7 + Math.floor(at / 5)) % 6 === join ? [id] : [])),
      ),
    );
    const { boxes } = laidOut(
      plan([
        ...parts,
        ...joins,
        task(
          'end',
          joins.map(({ id }) => id),
        ),
      ]),
    );
    const links = linksOf([...parts, ...joins]).map(({ from, to }) => [boxes[from]!.y, boxes[to]!.y] as const);
    const crossed = links.filter(([from, to]) => links.some(([other, end]) => other < from && end > to));
    expect(crossed).toEqual([]);
  });

  test('tasks without dependencies stand in rows, not in one tall column', () => {
    const layout = laidOut(plan(Array.from({ length: 30 }, (_, at) => task(`t${at}`))));
    expect(new Set(layout.boxes.map(({ x }) => x)).size).toBe(5);
    expect(layout.height).toBeLessThan(8 * 80);
  });

  test('the largest plan is laid out in its deepest and in its widest form', () => {
    const deep = Array.from({ length: MAX_TASKS }, (_, at) => {
      const links = at === 0 ? [] : [at - 1, ...[7, 31, 59, 97].map((step) => (step * step) % at)];
      return task(
        `t${at}`,
        [...new Set(links)].map((one) => `t${one}`),
      );
    });
    const wide = Array.from({ length: MAX_TASKS }, (_, at) =>
      task(`t${at}`, at < 40 ? [] : [...new Set([1, 3, 7, 11, 13, 17].map((step) => `t${(at * step) % 40}`))]),
    );
    for (const tasks of [deep, wide]) {
      expect(linksOf(tasks).length).toBeGreaterThan(0.75 * MAX_EDGES);
      const { boxes } = laidOut(plan(tasks));
      expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(MAX_TASKS);
    }
  });
});
