import { Defect } from '../../core/errors.ts';
import type { PlannedTask } from './graph.ts';

/** The part of a task that determines its position in the graph. */
export type Node = Pick<PlannedTask, 'number' | 'depends_on'>;

/** By number, who waits for it. Dependencies on tasks of earlier rounds are no edges of this graph. */
export const dependentsOf = (tasks: readonly Node[]): Map<number, number[]> => {
  const dependents = new Map<number, number[]>(tasks.map(({ number }) => [number, []]));
  for (const { number, depends_on } of tasks) for (const on of depends_on) dependents.get(on)?.push(number);
  return dependents;
};

/** The numbers on which nothing in the round depends: when all of them are settled, so is the round. */
export const sinksOf = (tasks: readonly Node[]): number[] =>
  [...dependentsOf(tasks)].filter(([, dependents]) => dependents.length === 0).map(([number]) => number);

/** Whether nobody waits for themselves, directly or through others. */
export const isAcyclic = (tasks: readonly Node[]): boolean => startable(tasks).length === tasks.length;

/** The numbers in an order in which each comes after all it depends on; among equals, as they were given. */
export const orderOf = (tasks: readonly Node[]): number[] => {
  const order = startable(tasks);
  if (order.length !== tasks.length) throw new Defect('A graph that was checked has a cycle.');
  return order;
};

/** The same of those that can ever begin. */
const startable = (tasks: readonly Node[]): number[] => {
  const dependents = dependentsOf(tasks);
  const open = new Map(
    tasks.map(({ number, depends_on }) => [number, depends_on.filter((on) => dependents.has(on)).length]),
  );
  const order = tasks.map(({ number }) => number).filter((number) => open.get(number) === 0);
  for (const number of order) {
    for (const next of dependents.get(number) ?? []) {
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  return order;
};

/** The heaviest chain: how much its tasks weigh together, and their numbers, first to last. */
export const criticalPath = <T extends Node>(
  tasks: readonly T[],
  weight: (task: T) => number,
): { length: number; path: number[] } => {
  const byNumber = new Map(tasks.map((task) => [task.number, task]));
  const ends = new Map<number, { length: number; before: number | undefined }>();
  let last: number | undefined;
  const lengthTo = (number: number | undefined): number => (number === undefined ? 0 : (ends.get(number)?.length ?? 0));
  for (const number of orderOf(tasks)) {
    const task = byNumber.get(number) as T;
    const before = task.depends_on
      .filter((on) => byNumber.has(on))
      .reduce<number | undefined>(
        (longest, on) => (longest === undefined || lengthTo(on) > lengthTo(longest) ? on : longest),
        undefined,
      );
    ends.set(number, { length: lengthTo(before) + weight(task), before });
    if (last === undefined || lengthTo(number) > lengthTo(last)) last = number;
  }
  const path: number[] = [];
  for (let at = last; at !== undefined; at = ends.get(at)?.before) path.unshift(at);
  return { length: lengthTo(last), path };
};
