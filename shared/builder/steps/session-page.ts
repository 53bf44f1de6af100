import { findRun, findTask, listRuns } from '../../bus/index.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Page, readProgress } from '../progress.ts';
import type { Team } from './team.ts';

/** Builds of the session that are looked at: what older ones showed is over by now. */
const LOOKED_THROUGH = 5;

/** What the builds before this one in its session show, as the newest of them left it. */
export const pageBefore = async ({ project, task }: Pick<Team, 'project' | 'task'>): Promise<Page | undefined> => {
  const before = { mode: 'build' as const, session: task.session_id, after: task.run_id };
  const { items } = await listRuns(project, { ...before, limit: LOOKED_THROUGH });
  for (const { id } of items) {
    const page = await pageIn(project, id);
    if (page) return page;
  }
  return undefined;
};

const pageIn = async (project: ProjectScope, id: string): Promise<Page | undefined> => {
  const run = await findRun(project, id);
  if (run?.task_id === undefined) return undefined;
  return readProgress((await findTask(project, id, run.task_id))?.progress).page;
};
