import { nearestApart } from './isotonic.ts';
import type { Layered } from './layers.ts';
import { levelChains, levelTrunks } from './straighten.ts';

/** Space between the centres of two neighbouring nodes of a column, by how many of the two are tasks. */
export type Spacing = { boxHeight: number; betweenBoxes: number; boxToLine: number; betweenLines: number };

/** A link that passes columns stays straight before anything else does; next comes the critical path. */
const LINE = 8;
const HALF_LINE = 2;
const CRITICAL = 2;
const ALONE = 0.01;
const PINNED = 10_000;

const sweepsFor = (nodes: number): number => (nodes < 600 ? 16 : nodes < 3_000 ? 8 : 3);

/** The height of each node's middle. Nodes of a column keep their order and do not touch. */
export const heights = (
  graph: Layered,
  spacing: Spacing,
  critical: (from: number, to: number) => boolean,
): Float64Array => {
  const { columns, tasks, before, after } = graph;
  const y = new Float64Array(graph.layer.length);
  const apart = columns.map((column) => distances(column, tasks, spacing));
  const weightOf = (from: number, to: number): number => {
    if (from >= tasks && to >= tasks) return LINE;
    if (from >= tasks || to >= tasks) return HALF_LINE;
    return critical(from, to) ? CRITICAL : 1;
  };
  const weightsBefore = before.map((nodes, to) => nodes.map((from) => weightOf(from, to)));
  const weightsAfter = after.map((nodes, from) => nodes.map((to) => weightOf(from, to)));
  const most = Math.max(...columns.map((column) => column.length));
  const [wanted, weights, found] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  const nearest = nearestApart(most);
  let pinned = new Set<number>();
  const want = (index: number, nodes: readonly number[], by: readonly number[]): void => {
    for (let at = 0; at < nodes.length; at++) {
      wanted[index]! += y[nodes[at]!]! * by[at]!;
      weights[index]! += by[at]!;
    }
  };
  const settle = (at: number, backward: boolean, forward: boolean): void => {
    const column = columns[at]!;
    for (let index = 0; index < column.length; index++) {
      const node = column[index]!;
      wanted[index] = weights[index] = 0;
      if (pinned.has(node)) [wanted[index], weights[index]] = [y[node]! * PINNED, PINNED];
      if (backward) want(index, before[node]!, weightsBefore[node]!);
      if (forward) want(index, after[node]!, weightsAfter[node]!);
      wanted[index] = weights[index]! > 0 ? wanted[index]! / weights[index]! : y[node]!;
      weights[index] = weights[index]! > 0 ? weights[index]! : ALONE;
    }
    nearest(wanted, weights, apart[at]!, found);
    for (let index = 0; index < column.length; index++) y[column[index]!] = found[index]!;
  };
  for (const [at, column] of columns.entries()) stack(column, apart[at]!, y);
  const last = columns.length - 1;
  const sweep = (times: number): void => {
    for (let left = times; left > 0; left--) {
      for (let at = 1; at <= last; at++) settle(at, true, left <= 2);
      for (let at = last - 1; at >= 0; at--) settle(at, left <= 2, true);
    }
    for (let at = 1; at <= last; at++) settle(at, true, true);
  };
  sweep(sweepsFor(y.length));
  pinned = levelChains(graph, { levelled: { critical, reach: spacing.boxHeight / 2 }, apart, y });
  if (pinned.size > 0) sweep(2);
  levelTrunks(graph, apart, y);
  return y;
};

const distances = (column: readonly number[], tasks: number, spacing: Spacing): Float64Array =>
  Float64Array.from(column, (node, at) => {
    if (at === 0) return 0;
    const boxes = (node < tasks ? 1 : 0) + (column[at - 1]! < tasks ? 1 : 0);
    if (boxes === 2) return spacing.boxHeight + spacing.betweenBoxes;
    return boxes === 1 ? spacing.boxHeight / 2 + spacing.boxToLine : spacing.betweenLines;
  });

const stack = (column: readonly number[], apart: Float64Array, y: Float64Array): void => {
  const height = apart.reduce((sum, one) => sum + one, 0);
  let at = -height / 2;
  for (const [index, node] of column.entries()) y[node] = at += apart[index]!;
};
