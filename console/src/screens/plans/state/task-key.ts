import type { PlanTask } from './plan.ts';

/** What the address says of a task: its id, or its name while it has none because the plan has not begun. */
export const keyOf = ({ task_id, id }: Pick<PlanTask, 'task_id' | 'id'>): string => task_id ?? id;

/** Where the task stands that an address names. It keeps its place, and changes its key, when the plan begins. */
export const indexOf = (tasks: readonly PlanTask[], key: string | undefined): number | undefined => {
  if (key === undefined) return undefined;
  const at = tasks.findIndex((task) => keyOf(task) === key);
  const named = at >= 0 ? at : tasks.findLastIndex(({ id }) => id === key);
  return named >= 0 ? named : undefined;
};
