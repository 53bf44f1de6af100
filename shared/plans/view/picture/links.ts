import { Defect } from '../../../core/errors.ts';
import type { PlanTaskView, PlanView } from '../plan-view.ts';

/** A dependency between two tasks, by their indexes in the view: `to` waits for `from`. */
export type Link = { from: number; to: number };

/**
 * The task a name means for a task of `round`: its own round's, or else one that was kept. Names may come again in a later
 * round, and only a replaced task can mean one that was replaced.
 */
const resolverOf = (tasks: readonly PlanTaskView[]) => {
  const named = new Map<string, number[]>();
  for (const [index, { id }] of tasks.entries()) named.set(id, [...(named.get(id) ?? []), index]);
  const rank = (index: number, round: number): number => {
    const task = tasks[index]!;
    if (task.round === round) return 3_000;
    if (task.round > round) return -task.round;
    return (task.replaced ? 1_000 : 2_000) + task.round;
  };
  return (name: string, round: number): number | undefined =>
    named.get(name)?.reduce((best, index) => (rank(index, round) > rank(best, round) ? index : best));
};

/** Every dependency of a view once. Throws a Defect where one names no task: a stored plan was checked for that. */
export const linksOf = (tasks: readonly PlanTaskView[]): Link[] => {
  const resolve = resolverOf(tasks);
  return tasks.flatMap(({ id, depends_on, round }, to) =>
    [...new Set(depends_on)].map((name) => {
      const from = resolve(name, round);
      if (from === undefined) throw new Defect(`The task "${id}" depends on "${name}", which the plan does not have.`);
      return { from, to };
    }),
  );
};

/** The critical path's tasks, and the links between them, as `from>to`. */
export type Critical = { tasks: Set<number>; links: Set<string> };
export const linkKey = ({ from, to }: Link): string => `${from}>${to}`;

/** A plan that is not open yet has a critical path and no tasks: names without a task are no mistake here. */
export const criticalOf = ({ tasks, critical_path }: PlanView, links: readonly Link[]): Critical => {
  const resolve = resolverOf(tasks);
  const latest = Math.max(0, ...tasks.map(({ round }) => round));
  const chain = critical_path.flatMap((name) => resolve(name, latest) ?? []);
  const linked = new Set(links.map(linkKey));
  const steps = chain.slice(1).map((to, at) => linkKey({ from: chain[at]!, to }));
  return { tasks: new Set(chain), links: new Set(steps.filter((step) => linked.has(step))) };
};
