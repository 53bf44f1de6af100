import { heights, type Spacing } from './heights.ts';
import { type Layered, layered, passed } from './layers.ts';
import { type Critical, type Link, linkKey } from './links.ts';
import { order } from './order.ts';

export type Measures = Spacing & { boxWidth: number; minGap: number; maxGap: number };
export type Point = { x: number; y: number };

/**
 * All links of one task. `trunk` is where they leave its box, and enter and leave each column they pass; a branch follows
 * the first `along` of these points, and then goes to the box it `ends` at.
 */
export type Tree = { from: number; trunk: Point[]; branches: { to: number; along: number; ends: Point }[] };

/** All positions. `boxes` holds the upper left corner of each task's box, by the index of the task. */
export type Layout = { boxes: Point[]; trees: Tree[]; width: number; height: number };

/** Lays the tasks out in columns from left to right, each after everything it waits for. */
export const layOut = (
  tasks: number,
  links: readonly Link[],
  { critical, measures }: { critical: Critical; measures: Measures },
): Layout => {
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const alone = Array.from({ length: tasks }, (_, task) => task).filter((task) => !linked.has(task));
  const graph = alone.length === tasks ? undefined : layOutLinked(tasks, links, { critical, measures, linked });
  const { boxWidth, boxHeight, betweenBoxes, minGap: leastGap } = measures;
  const boxes = graph?.boxes ?? [];
  const top = graph ? graph.height + (alone.length > 0 ? 2 * betweenBoxes : 0) : 0;
  const across = Math.max(graph?.columns ?? 0, Math.ceil(Math.sqrt(alone.length * 0.7)));
  for (const [at, task] of alone.entries()) {
    const [column, row] = [at % across, Math.floor(at / across)];
    const x = graph?.x[column] ?? column * (boxWidth + leastGap / 2);
    boxes[task] = { x, y: top + row * (boxHeight + betweenBoxes) };
  }
  return {
    boxes,
    trees: graph?.trees ?? [],
    width: Math.max(0, ...boxes.map(({ x }) => x + boxWidth)),
    height: Math.max(graph?.height ?? 0, ...boxes.map(({ y }) => y + boxHeight)),
  };
};

/** Tasks without any link are left out of it: they come below, in rows. */
const layOutLinked = (
  tasks: number,
  links: readonly Link[],
  { critical, measures, linked }: { critical: Critical; measures: Measures; linked: ReadonlySet<number> },
) => {
  const graph = layered(tasks, links);
  graph.columns = graph.columns.map((column) => column.filter((node) => node >= tasks || linked.has(node)));
  order(graph);
  const y = heights(graph, measures, (from, to) => critical.links.has(linkKey({ from, to })));
  const { boxWidth, boxHeight } = measures;
  const half = (node: number): number => (node < tasks ? boxHeight / 2 : measures.betweenLines / 2);
  const nodes = graph.columns.flat();
  const top = nodes.reduce((least, node) => Math.min(least, y[node]! - half(node)), Number.POSITIVE_INFINITY);
  for (const node of nodes) y[node] = Math.round(y[node]! - top);
  const height = nodes.reduce((most, node) => Math.max(most, y[node]! + half(node)), 0);
  const x = columnsAt(graph.columns, graph.after, y, measures);
  const left = (node: number): number => x[graph.layer[node]!]!;
  const boxes: Point[] = [];
  for (const task of linked) boxes[task] = { x: left(task), y: y[task]! - boxHeight / 2 };
  return { boxes, trees: treesOf(graph, { links, x, y, boxWidth }), height, x, columns: graph.columns.length };
};

const treesOf = (
  graph: Layered,
  { links, x, y, boxWidth }: { links: readonly Link[]; x: readonly number[]; y: Float64Array; boxWidth: number },
): Tree[] => {
  const enters = (node: number): Point => ({ x: x[graph.layer[node]!]!, y: y[node]! });
  const leaves = (node: number): Point => ({ x: x[graph.layer[node]!]! + boxWidth, y: y[node]! });
  return [...Map.groupBy(links, ({ from }) => from)].map(([from, some]) => ({
    from,
    trunk: [leaves(from), ...graph.trunks[from]!.flatMap((node) => [enters(node), leaves(node)])],
    branches: some.map((link) => ({ to: link.to, along: 1 + 2 * passed(graph, link), ends: enters(link.to) })),
  }));
};

/** The further connections have to climb between two columns, the wider these stand apart. */
const columnsAt = (
  columns: readonly number[][],
  after: readonly number[][],
  y: Float64Array,
  { boxWidth, minGap: leastGap, maxGap: mostGap }: Measures,
): number[] => {
  let x = 0;
  return columns.map((column) => {
    const at = x;
    let climb = 0;
    for (const node of column) for (const next of after[node]!) climb = Math.max(climb, Math.abs(y[next]! - y[node]!));
    x += boxWidth + Math.round(Math.min(mostGap, leastGap + climb / 8));
    return at;
  });
};
