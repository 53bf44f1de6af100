import type { Layered } from './layers.ts';

/** Puts nodes of successive columns on one height, over as many columns as their neighbours leave room for. */
const leveller = (graph: Layered, apart: readonly Float64Array[], y: Float64Array) => {
  const rank = new Int32Array(y.length);
  for (const column of graph.columns) for (let at = 0; at < column.length; at++) rank[column[at]!] = at;
  const lowest = (node: number): number => {
    const [layer, at] = [graph.layer[node]!, rank[node]!];
    return at > 0 ? y[graph.columns[layer]![at - 1]!]! + apart[layer]![at]! : Number.NEGATIVE_INFINITY;
  };
  const highest = (node: number): number => {
    const [layer, at] = [graph.layer[node]!, rank[node]!];
    const below = graph.columns[layer]![at + 1];
    return below === undefined ? Number.POSITIVE_INFINITY : y[below]! - apart[layer]![at + 1]!;
  };
  return (nodes: readonly number[], first?: number): void => {
    for (let start = 0; start < nodes.length; ) {
      let [low, high] = [lowest(nodes[start]!), highest(nodes[start]!)];
      let end = start + 1;
      for (; end < nodes.length; end++) {
        const [nextLow, nextHigh] = [Math.max(low, lowest(nodes[end]!)), Math.min(high, highest(nodes[end]!))];
        if (nextLow > nextHigh) break;
        [low, high] = [nextLow, nextHigh];
      }
      let sum = 0;
      for (let at = start; at < end; at++) sum += y[nodes[at]!]!;
      const wanted = start === 0 && first !== undefined ? first : sum / (end - start);
      const found = Math.min(Math.max(wanted, low), high);
      for (; start < end; start++) y[nodes[start]!] = found;
    }
  };
};

/** Each trunk, at the height of its task where that is possible. */
export const levelTrunks = (graph: Layered, apart: readonly Float64Array[], y: Float64Array): void => {
  const level = leveller(graph, apart, y);
  for (let task = 0; task < graph.tasks; task++) level(graph.trunks[task]!, y[task]!);
};

type Levelled = { critical: (from: number, to: number) => boolean; reach: number };

/** The critical path, where its boxes stand less than `reach` apart. Returns what was levelled. */
export const levelChains = (
  graph: Layered,
  { levelled, apart, y }: { levelled: Levelled; apart: readonly Float64Array[]; y: Float64Array },
): Set<number> => {
  const level = leveller(graph, apart, y);
  const chains = chainsOf(graph, levelled, y);
  for (const chain of chains) level(chain);
  return new Set(chains.flat());
};

/** The pieces of the critical path that nearly are level. */
const chainsOf = (graph: Layered, { critical, reach }: Levelled, y: Float64Array): number[][] => {
  const chains: number[][] = [];
  const following = (task: number): number | undefined =>
    graph.after[task]!.find(
      (next) => next < graph.tasks && critical(task, next) && Math.abs(y[next]! - y[task]!) < reach,
    );
  const met = new Set<number>();
  for (const task of graph.columns.flat()) {
    if (task >= graph.tasks || met.has(task)) continue;
    const chain: number[] = [];
    for (let at: number | undefined = task; at !== undefined; at = following(at)) {
      met.add(at);
      chain.push(at);
    }
    if (chain.length > 1) chains.push(chain);
  }
  return chains;
};
