import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { idIn, projectKeys, queryFiltered, ranges } from '../../store/index.ts';
import { findRun } from './find-run.ts';
import { type PublicRun, type PublicTask, publicRun, publicRunsOf, publicTask } from './public-run.ts';
import { readRun } from './run.ts';
import { listTasks } from './tasks.ts';

export const getRun = async (project: ProjectScope, id: string): Promise<PublicRun & { tasks: PublicTask[] }> => {
  const run = await findRun(project, id);
  if (!run) throw new NotFound('There is no such run.');
  const tasks = await listTasks(project, id);
  const root = tasks.find(({ task_id }) => task_id === run.task_id);
  return { ...publicRun(run, root), tasks: tasks.map(publicTask) };
};

type RunFilters = { state?: PublicRun['state']; session?: string; mode?: PublicRun['mode'] };

/** A page of the project's runs, newest first unless asked otherwise. The filters hold over the whole list. */
export const listRuns = async (
  project: ProjectScope,
  {
    limit,
    after,
    oldestFirst = false,
    state,
    session,
    mode,
  }: { limit: number; after?: string; oldestFirst?: boolean } & RunFilters,
): Promise<{ items: PublicRun[]; next: string | undefined }> => {
  const { items, next } = await queryFiltered(
    {
      ...ranges.runs(project),
      limit,
      newestFirst: !oldestFirst,
      ...(after !== undefined && { after: projectKeys.run(project, after).sk }),
    },
    async (stored) => {
      const runs = await publicRunsOf(project, stored.map(readRun));
      const isWanted = (run: PublicRun): boolean =>
        (state === undefined || run.state === state) &&
        (session === undefined || run.session_id === session) &&
        (mode === undefined || run.mode === mode);
      return runs.map((run) => (isWanted(run) ? run : undefined));
    },
  );
  return { items, next: next === undefined ? undefined : idIn(ranges.runs(project), next) };
};
