import type { ProjectScope } from '../../core/scope.ts';
import { getItem, peekItem, projectKeys } from '../../store/index.ts';
import { isFinal } from './items.ts';
import type { Run } from './run.ts';
import { readRun } from './run.ts';

export const findRun = async (project: ProjectScope, id: string): Promise<Run | undefined> => {
  const item = await getItem(projectKeys.run(project, id));
  return item && readRun(item);
};

/** The run once it has ended; a read that is a moment late may not know yet, and is none the worse for waiting. */
export const endedRun = async (project: ProjectScope, id: string): Promise<Run | undefined> => {
  const item = await peekItem(projectKeys.run(project, id));
  const run = item && readRun(item);
  return run && isFinal(run.state) ? run : undefined;
};
