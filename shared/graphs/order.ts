import { crossingsBetween, crossingsOfPair } from './crossings.ts';
import type { Layered } from './layers.ts';

/** Sweeps over all columns; a picture of thousands of nodes gets fewer, so that it is drawn in time. */
const sweepsFor = (nodes: number): number => (nodes < 600 ? 24 : nodes < 3_000 ? 10 : 3);
const MAX_NODES_EXCHANGED = 1_500;

const ranksOf = ({ columns, layer }: Layered): Int32Array => {
  const rank = new Int32Array(layer.length);
  for (const column of columns) for (const [at, node] of column.entries()) rank[node] = at;
  return rank;
};

const crossingsOf = ({ columns, after }: Layered, rank: Int32Array): number =>
  columns.reduce((sum, column, at) => sum + crossingsBetween(column, after, rank, columns[at + 1]?.length ?? 0), 0);

/**
 * Orders each column so that few connections cross: nodes go to the mean position of their neighbours, in sweeps to and fro,
 * and the best order seen is kept (Sugiyama, Tagawa, Toda, 1981); then neighbours are swapped wherever that helps.
 */
export const order = (graph: Layered): void => {
  const rank = ranksOf(graph);
  const mean = new Float64Array(graph.layer.length);
  let best = graph.columns.map((column) => column.slice());
  let fewest = crossingsOf(graph, rank);
  const sweeps = sweepsFor(graph.layer.length);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const forward = sweep % 2 === 0;
    const columns = forward ? graph.columns : graph.columns.toReversed();
    for (const column of columns) sortByMean(column, forward ? graph.before : graph.after, { rank, mean });
    const crossings = crossingsOf(graph, rank);
    if (crossings >= fewest) continue;
    fewest = crossings;
    best = graph.columns.map((column) => column.slice());
  }
  graph.columns = best;
  if (fewest > 0 && graph.layer.length <= MAX_NODES_EXCHANGED) exchange(graph);
};

const sortByMean = (
  column: number[],
  neighbours: readonly number[][],
  { rank, mean }: { rank: Int32Array; mean: Float64Array },
): void => {
  for (const node of column) {
    const near = neighbours[node]!;
    let sum = 0;
    for (const one of near) sum += rank[one]!;
    mean[node] = near.length > 0 ? sum / near.length : rank[node]!;
  }
  column.sort((one, other) => mean[one]! - mean[other]! || rank[one]! - rank[other]!);
  for (let at = 0; at < column.length; at++) rank[column[at]!] = at;
};

const exchange = (graph: Layered): void => {
  const rank = ranksOf(graph);
  const ends = (neighbours: readonly number[]): number[] => neighbours.map((node) => rank[node]!).sort((a, b) => a - b);
  for (let round = 0, better = true; better && round < 8; round++) {
    better = false;
    for (const column of graph.columns) {
      for (let at = 0; at + 1 < column.length; at++) {
        const [upper, lower] = [column[at]!, column[at + 1]!];
        let gain = 0;
        for (const near of [graph.before, graph.after]) {
          const [one, other] = [ends(near[upper]!), ends(near[lower]!)];
          gain += crossingsOfPair(one, other) - crossingsOfPair(other, one);
        }
        if (gain <= 0) continue;
        [column[at], column[at + 1], rank[upper], rank[lower]] = [lower, upper, at + 1, at];
        better = true;
      }
    }
  }
};
