import type { ProjectScope } from '../../core/scope.ts';
import { getItem, projectKeys } from '../../store/index.ts';
import type { Run } from './run.ts';
import { readRun } from './run.ts';

export const findRun = async (project: ProjectScope, id: string): Promise<Run | undefined> => {
  const item = await getItem(projectKeys.run(project, id));
  return item && readRun(item);
};
