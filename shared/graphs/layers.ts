import { Defect } from '../core/errors.ts';
import type { Link } from './links.ts';

/**
 * A graph in columns in which every connection leads from one column to the next. Nodes below `tasks` are the tasks;
 * the others mark where a longer link passes through a column.
 */
export type Layered = {
  tasks: number;
  /** The column of each node. */
  layer: number[];
  /** The nodes of each column, from top to bottom. */
  columns: number[][];
  /** Neighbours in the column before, and in the column after. */
  before: number[][];
  after: number[][];
  /** For each task the nodes at which its links pass the columns after its own. */
  trunks: number[][];
};

/** The column of each task: one more than the latest of what it waits for. Throws a Defect for a cycle. */
const longestPaths = (tasks: number, links: readonly Link[]): number[] => {
  const layer = new Array<number>(tasks).fill(0);
  const open = new Array<number>(tasks).fill(0);
  const dependents: number[][] = Array.from({ length: tasks }, () => []);
  for (const { from, to } of links) {
    dependents[from]!.push(to);
    open[to]!++;
  }
  const ready = open.flatMap((count, task) => (count === 0 ? [task] : []));
  for (const task of ready) {
    for (const next of dependents[task]!) {
      layer[next] = Math.max(layer[next]!, layer[task]! + 1);
      open[next]!--;
      if (open[next] === 0) ready.push(next);
    }
  }
  if (ready.length < tasks) throw new Defect('A plan with a cycle cannot be drawn.');
  return layer;
};

/**
 * All links of a task share one trunk: it passes each column once, and a branch leaves it for each dependent. That is
 * what keeps a plan of a thousand links readable, and its layout fast.
 */
export const layered = (tasks: number, links: readonly Link[]): Layered => {
  const layer = longestPaths(tasks, links);
  const reach = layer.slice();
  for (const { from, to } of links) reach[from] = Math.max(reach[from]!, layer[to]!);
  const before: number[][] = layer.map(() => []);
  const after: number[][] = layer.map(() => []);
  const connect = (from: number, to: number): void => {
    after[from]!.push(to);
    before[to]!.push(from);
  };
  const trunks = reach.map((end, task) => {
    const trunk: number[] = [];
    for (let column = layer[task]! + 1; column < end; column++) {
      const passing = layer.push(column) - 1;
      before.push([]);
      after.push([]);
      connect(trunk.at(-1) ?? task, passing);
      trunk.push(passing);
    }
    return trunk;
  });
  const graph = { tasks, layer, columns: [], before, after, trunks };
  for (const link of links) connect(graph.trunks[link.from]![passed(graph, link) - 1] ?? link.from, link.to);
  return { ...graph, columns: columnsOf(layer, before, after) };
};

/** How many columns a link passes. */
export const passed = ({ layer }: Layered, { from, to }: Link): number => layer[to]! - layer[from]! - 1;

/** A first order: what hangs together is met together, depth first, and stands together. */
const columnsOf = (layer: readonly number[], before: readonly number[][], after: readonly number[][]): number[][] => {
  const columns: number[][] = [];
  const met = new Set<number>();
  for (let start = 0; start < layer.length; start++) {
    if (before[start]!.length > 0) continue;
    const stack = [start];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (met.has(node)) continue;
      met.add(node);
      columns[layer[node]!] ??= [];
      columns[layer[node]!]!.push(node);
      stack.push(...after[node]!.toReversed());
    }
  }
  return columns;
};
