/** A graph as lists of indexes: `after[2] = [0, 1]` means that node 2 waits for nodes 0 and 1. */
export type Edges = readonly (readonly number[])[];

/**
 * The groups of nodes that all wait for each other, after Tarjan, "Depth-first search and linear graph algorithms", 1972.
 * A node that waits only for itself is not one. Recursion goes no deeper than there are nodes, and a draft has 1,000 at most.
 */
const knotsOf = (after: Edges): number[][] => {
  const found: number[][] = [];
  const order = new Map<number, number>();
  const lowest: number[] = [];
  const open: number[] = [];
  const isOpen = new Set<number>();

  const visit = (node: number): void => {
    lowest[node] = order.size;
    order.set(node, order.size);
    open.push(node);
    isOpen.add(node);
    for (const next of after[node] ?? []) {
      if (!order.has(next)) {
        visit(next);
        lowest[node] = Math.min(lowest[node] ?? 0, lowest[next] ?? 0);
      } else if (isOpen.has(next)) {
        lowest[node] = Math.min(lowest[node] ?? 0, order.get(next) ?? 0);
      }
    }
    if (lowest[node] !== order.get(node)) return;
    const knot = open.splice(open.lastIndexOf(node));
    for (const one of knot) isOpen.delete(one);
    if (knot.length > 1) found.push(knot);
  };

  for (const node of after.keys()) if (!order.has(node)) visit(node);
  return found;
};

/** The shortest path from a node back to itself within its strongly connected component. */
const wayBack = (from: number, knot: Set<number>, after: Edges): number[] => {
  const cameFrom = new Map<number, number>();
  const waiting = [from];
  for (const node of waiting) {
    for (const next of after[node] ?? []) {
      if (next === node) continue;
      if (next === from) {
        const way = [node];
        for (let at = node; at !== from; way.unshift(at)) at = cameFrom.get(at) as number;
        return way;
      }
      if (!knot.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      waiting.push(next);
    }
  }
  return [];
};

/** One cycle of every knot, each from its first node: `[0, 2, 1]` for 0 → 2 → 1 → 0. Self-dependencies are not looked at. */
export const cyclesOf = (after: Edges): number[][] =>
  knotsOf(after)
    .map((knot) => wayBack(Math.min(...knot), new Set(knot), after))
    .sort(([a = 0], [b = 0]) => a - b);
