import * as z from 'zod';
import {
  findRun,
  findTask,
  listRuns,
  type PublicRun,
  publicRun,
  publicRunStateSchema,
  type Run,
  runErrorSchema,
  type Task,
  usageSchema,
} from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { findStanding } from '../../previews/index.ts';
import { type BuildTask, buildTaskSchema, buildVersionSchema, readProgress, tasksAtEnd } from '../progress.ts';
import { oversightSchema, readSettings } from '../settings.ts';
import { stages } from '../stages/table.ts';

/** A build in a list. Its id is that of its run. */
export const buildSummarySchema = z
  .object({
    id: z.string(),
    run_id: z.string(),
    session_id: z.string(),
    state: publicRunStateSchema,
    created_at: z.string(),
    ended_at: z.string().nullable(),
  })
  .meta({ id: 'BuildSummary' });
export type BuildSummary = z.infer<typeof buildSummarySchema>;

export const buildSchema = buildSummarySchema
  .extend({
    stage: z.enum(stages),
    oversight: oversightSchema,
    template: z.string().nullable(),
    tasks: z.array(buildTaskSchema),
    /** The versions of the project's files that it made, oldest first. */
    versions: z.array(buildVersionSchema),
    /** Where its page is, for a preview of the newest version; `null` where it has none. */
    web_folder: z.string().nullable(),
    preview: z.object({ id: z.string(), url: z.string(), expires_at: z.string() }).nullable().meta({
      id: 'BuildPreview',
      description: 'Where its page is shown, always as its newest files have it, until it is over.',
    }),
    usage: usageSchema.nullable(),
    error: runErrorSchema.nullable(),
    /** What its person is asked, at `/my/approvals/{id}`, while it waits for them. */
    approval_id: z.string().nullable(),
  })
  .meta({ id: 'Build' });
export type Build = z.infer<typeof buildSchema>;

export const noSuchBuild = (): NotFound => new NotFound('There is no such build.');

const summaryOf = ({ id, session_id, state, created_at, ended_at }: PublicRun): BuildSummary => ({
  id,
  run_id: id,
  session_id,
  state,
  created_at,
  ended_at,
});

const shownBuild = (run: Run, task: Task | undefined, preview: Build['preview']): Build => {
  const { oversight, template } = task?.build === undefined ? NO_SETTINGS : readSettings(task.build);
  const { stage, tasks, versions, usage, web_folder } = readProgress(task?.progress);
  const summary = summaryOf(publicRun(run, task));
  return {
    ...summary,
    stage,
    oversight,
    template: template ?? null,
    tasks: tasksOf(summary, tasks),
    versions,
    web_folder: web_folder ?? null,
    preview,
    usage: run.usage ?? usage ?? null,
    error: run.error ?? null,
    approval_id: task?.state === 'waiting' ? (task.approval ?? null) : null,
  };
};

/** A worker that was cancelled, or reached a limit, records no more ends of its tasks. */
const tasksOf = ({ state }: BuildSummary, tasks: BuildTask[]): BuildTask[] =>
  state === 'failed' || state === 'cancelled' ? tasksAtEnd(tasks, state) : tasks;

/** Of a build that was brought along from elsewhere: only that it was there is known. */
const NO_SETTINGS = { oversight: 'milestones' as const, template: undefined };

/** The run of a build, with its task. */
export const buildRun = async (project: ProjectScope, id: string): Promise<{ run: Run; task: Task | undefined }> => {
  const run = await findRun(project, id);
  if (run?.mode !== 'build') throw noSuchBuild();
  return { run, task: run.task_id === undefined ? undefined : await findTask(project, id, run.task_id) };
};

export const findBuild = async (project: ProjectScope, id: string, clock: Clock = systemClock): Promise<Build> => {
  const { run, task } = await buildRun(project, id);
  return shownBuild(run, task, await previewOf(project, task, clock));
};

/** None where it was ended, or is over. */
const previewOf = async (project: ProjectScope, task: Task | undefined, clock: Clock): Promise<Build['preview']> => {
  const { page } = readProgress(task?.progress);
  if (!page) return null;
  try {
    const { id, expires_at } = await findStanding(project, page.preview_id, clock);
    return { id, url: page.url, expires_at };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
};

type Wanted = { limit: number; after?: string; oldestFirst?: boolean };

/** The project's builds, newest first unless asked otherwise. */
export const listBuilds = async (project: ProjectScope, wanted: Wanted) => {
  const page = await listRuns(project, { ...wanted, mode: 'build' });
  return { items: page.items.map(summaryOf), next: page.next };
};
