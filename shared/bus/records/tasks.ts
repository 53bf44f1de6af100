import type { ProjectScope } from '../../core/scope.ts';
import { queryAll, ranges } from '../../store/index.ts';
import { readTask, type Task } from './items.ts';

/** Every task of a run: its own, and those that its agents asked other agents for. */
export const listTasks = async (project: ProjectScope, run: string): Promise<Task[]> => {
  const tasks: Task[] = [];
  for await (const item of queryAll(ranges.tasks(project, run))) tasks.push(readTask(item));
  return tasks;
};
