import * as z from 'zod';
import { usageSchema } from '../bus/index.ts';
import { excerpt } from '../core/excerpt.ts';
import { ledgerSchema } from './errors/ledger.ts';
import { stages } from './stages/table.ts';

/** `cancelled`: it was being worked on when the build was cancelled. No worker records it: whoever shows an ended build says it. */
export const buildTaskStates = ['open', 'working', 'done', 'failed', 'cancelled'] as const;

/** A task of the tech lead's plan. */
export const buildTaskSchema = z
  .object({ id: z.string(), title: z.string(), depends_on: z.array(z.string()), state: z.enum(buildTaskStates) })
  .meta({ id: 'BuildTask' });
export type BuildTask = z.infer<typeof buildTaskSchema>;

export const buildVersionSchema = z.object({ version: z.int(), reason: z.string() }).meta({ id: 'BuildVersion' });

/** What a build shows, and what is needed to mend it where browsers say that something goes wrong in it. */
export const pageSchema = z
  .object({
    preview_id: z.string(),
    url: z.string(),
    /** Whose files it shows; empty for the root of the project's files. */
    folder: z.string(),
    test_command: z.string(),
    build_command: z.string().optional(),
    ledger: ledgerSchema,
    /** Errors of older versions count no more: what could be mended of them is mended. */
    since: z.int(),
  })
  .meta({ id: 'BuiltPage' });
export type Page = z.infer<typeof pageSchema>;

/** How far a build is: a summary of its journal, stored beside it with every step, so that nobody has to read all of that. */
export const progressSchema = z.object({
  stage: z.enum(stages),
  tasks: z.array(buildTaskSchema),
  versions: z.array(buildVersionSchema),
  /** Where the page is, once it is built. */
  web_folder: z.string().nullish(),
  usage: usageSchema.optional(),
  page: pageSchema.optional(),
  /** Milliseconds of work: what a person takes to decide is none. */
  worked: z.number(),
  /** What the person and the team said to each other beside the work. */
  talks: z.array(z.object({ role: z.string(), question: z.string(), answer: z.string() })),
});
export type Progress = z.infer<typeof progressSchema>;

export const NO_PROGRESS: Progress = { stage: 'specification', tasks: [], versions: [], worked: 0, talks: [] };

export const readProgress = (text: string | undefined): Progress =>
  text === undefined ? NO_PROGRESS : progressSchema.parse(JSON.parse(text));

/** The list a client reads is bounded; every version is in the project's history. */
const MAX_VERSIONS = 200;
const MAX_REASON = 120;

/** Talks are in the session; roles are reminded of the newest ones, in short. The task that holds them is one item of the table. */
const MAX_TALKS = 20;
const MAX_SAID = 1_000;

export const withTalk = (progress: Progress, { role, question, answer }: Progress['talks'][number]): Progress => ({
  ...progress,
  talks: [...progress.talks, { role, question: excerpt(question, MAX_SAID), answer: excerpt(answer, MAX_SAID) }].slice(
    -MAX_TALKS,
  ),
});

export const withVersion = (progress: Progress, made: { version: number; reason: string }): Progress =>
  progress.versions.at(-1)?.version === made.version
    ? progress
    : {
        ...progress,
        versions: [...progress.versions, { ...made, reason: excerpt(made.reason, MAX_REASON) }].slice(-MAX_VERSIONS),
      };

export const withTask = (progress: Progress, id: string, state: BuildTask['state']): Progress => ({
  ...progress,
  tasks: progress.tasks.map((task) => (task.id === id ? { ...task, state } : task)),
});

/** The tasks of a build that has ended: nobody works on them any more. What was never begun stays `open`. */
export const tasksAtEnd = (tasks: readonly BuildTask[], end: 'failed' | 'cancelled'): BuildTask[] =>
  tasks.map((task) => (task.state === 'working' ? { ...task, state: end } : task));
