import { knownLinksOf, type NamedTask } from '../../../../../shared/graphs/index.ts';

/** The indexes of the tasks, each after those it waits for; among equals as they were given. */
export const readingOrder = (tasks: readonly NamedTask[]): number[] => {
  const open = tasks.map(() => 0);
  const next: number[][] = tasks.map(() => []);
  for (const { from, to } of knownLinksOf(tasks)) {
    open[to] = (open[to] ?? 0) + 1;
    next[from]?.push(to);
  }
  const order = [...tasks.keys()].filter((index) => open[index] === 0);
  for (const index of order) {
    for (const one of next[index] ?? []) {
      open[one] = (open[one] ?? 0) - 1;
      if (open[one] === 0) order.push(one);
    }
  }
  // A cycle has no order; a plan that is shown as a list was checked for that.
  return [...new Set([...order, ...tasks.keys()])];
};
