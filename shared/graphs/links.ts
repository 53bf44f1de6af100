import { Defect } from '../core/errors.ts';

/** A task as others name it: names may come again in a later round, where the task of the earlier one was replaced. */
export type NamedTask = { id: string; depends_on: readonly string[]; round: number; replaced: boolean };

/** A dependency between two tasks, by their indexes in the view: `to` waits for `from`. */
export type Link = { from: number; to: number };

/**
 * The task a name means for a task of `round`: its own round's, or else one that was kept. Names may come again in a later
 * round, and only a replaced task can mean one that was replaced.
 */
const resolverOf = (tasks: readonly NamedTask[]) => {
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
export const linksOf = (tasks: readonly NamedTask[]): Link[] => {
  const resolve = resolverOf(tasks);
  return tasks.flatMap(({ id, depends_on, round }, to) =>
    [...new Set(depends_on)].map((name) => {
      const from = resolve(name, round);
      if (from === undefined) throw new Defect(`The task "${id}" depends on "${name}", which the plan does not have.`);
      return { from, to };
    }),
  );
};

/** The same of a plan that is being written: a dependency that names no task, or the task itself, is left out. */
export const knownLinksOf = (tasks: readonly NamedTask[]): Link[] => {
  const resolve = resolverOf(tasks);
  return tasks.flatMap(({ depends_on, round }, to) =>
    [...new Set(depends_on)].flatMap((name) => {
      const from = resolve(name, round);
      return from === undefined || from === to ? [] : [{ from, to }];
    }),
  );
};

/** The critical path's tasks, and the links between them, as `from>to`. */
export type Critical = { tasks: Set<number>; links: Set<string> };
export const linkKey = ({ from, to }: Link): string => `${from}>${to}`;

/** A plan that is not open yet has a critical path and no tasks: names without a task are no mistake here. */
export const criticalOf = (
  { tasks, critical_path }: { tasks: readonly NamedTask[]; critical_path: readonly string[] },
  links: readonly Link[],
): Critical => {
  const resolve = resolverOf(tasks);
  const latest = Math.max(0, ...tasks.map(({ round }) => round));
  const chain = critical_path.flatMap((name) => resolve(name, latest) ?? []);
  const linked = new Set(links.map(linkKey));
  const steps = chain.slice(1).map((to, at) => linkKey({ from: chain[at]!, to }));
  return { tasks: new Set(chain), links: new Set(steps.filter((step) => linked.has(step))) };
};
