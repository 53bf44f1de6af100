import * as z from 'zod';
import { publicRunSchema, type publicRunStates, publicRunsOf, readRun } from '../bus/index.ts';
import type { ProjectScope, UserScope } from '../core/scope.ts';
import { MOST_PROJECTS } from '../core/tiers/schema.ts';
import { listProjects } from '../projects/index.ts';
import { projectKeys, queryFiltered, ranges } from '../store/index.ts';
import { scopeOfUser } from './find-users.ts';
import { walkUsers } from './walk.ts';

/** A run as administrators see it: whose it is and how it goes, without anybody's words. */
export const managedRunSchema = publicRunSchema
  .omit({ notices: true, error: true })
  .extend({ user_id: z.string(), project_id: z.string(), error_code: z.string().nullable() })
  .meta({ id: 'ManagedRun' });
export type ManagedRun = z.infer<typeof managedRunSchema>;

/** Times in milliseconds, both included: when it was accepted. */
export type RunFilter = {
  state?: (typeof publicRunStates)[number] | undefined;
  since?: number | undefined;
  until?: number | undefined;
};

/** A page reads the runs of no more users than this. */
const USERS_A_PAGE = 320;

/** Where a list goes on: after this run, or without one after all of this user's. */
type Position = { user: string; project?: string; run?: string };

export const positionText = ({ user, project, run }: Position): string =>
  [user, ...(project && run ? [project, run] : [])].join('/');

export const positionIn = (text: string): Position => {
  const [user = '', project, run] = text.split('/');
  return { user, ...(project && run && { project, run }) };
};

type Page = { items: ManagedRun[]; next: string | undefined };
type Wanted = {
  limit: number;
  after?: string | undefined;
  user?: UserScope | undefined;
  oldestFirst?: boolean;
};

/**
 * A page of everybody's runs, or of one user's: by user, by project, and newest first; or the exact reverse. They are read
 * where they stand, key by key, so a page ends, perhaps short, after 320 users.
 */
export const runsOfAll = async ({
  limit,
  after,
  user,
  oldestFirst = false,
  ...filter
}: RunFilter & Wanted): Promise<Page> => {
  const from = after === undefined ? undefined : positionIn(after);
  const begun = from?.run === undefined ? undefined : from;
  const items: ManagedRun[] = [];
  // The user whose runs the page before ended in comes first, and then those that follow.
  const first = user ?? (begun && scopeOfUser(begun.user));
  if (first) items.push(...(await runsOfUser(first, { limit: limit + 1, from: begun, oldestFirst, filter })));
  if (items.length > limit) return cut(items, limit);
  if (user) return { items, next: undefined };
  let position = from?.user;
  for (let read = 0; read < USERS_A_PAGE; read += USERS_A_STEP) {
    const { found, next } = await walkUsers({ after: position, oldestFirst, most: USERS_A_STEP }, (one) =>
      runsOfUser(one, { limit: limit + 1 - items.length, oldestFirst, filter }),
    );
    items.push(...found.flatMap(({ seen }) => seen));
    if (items.length > limit) return cut(items, limit);
    if (next === undefined) return { items, next: undefined };
    position = next;
  }
  return { items, next: position };
};

const USERS_A_STEP = 16;

const cut = (items: ManagedRun[], limit: number): Page => {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, next: last && positionText({ user: last.user_id, project: last.project_id, run: last.id }) };
};

type Wish = { limit: number; from?: Position | undefined; oldestFirst?: boolean; filter: RunFilter };

/** A user's runs, by project and newest first, or the reverse. */
export const runsOfUser = async (
  user: UserScope,
  { limit, from, oldestFirst = false, filter }: Wish,
): Promise<ManagedRun[]> => {
  const { items: projects } = await listProjects(user, { limit: MOST_PROJECTS, newestFirst: oldestFirst });
  const found: ManagedRun[] = [];
  for (const { id } of projects) {
    if (from?.project !== undefined && (oldestFirst ? id > from.project : id < from.project)) continue;
    const after = id === from?.project ? from.run : undefined;
    const wanted = { limit: limit - found.length, after, oldestFirst, filter };
    found.push(...(await runsOfProject(user.inProject(id), wanted)));
    if (found.length >= limit) break;
  }
  return found;
};

const runsOfProject = async (
  project: ProjectScope,
  {
    limit,
    after,
    oldestFirst,
    filter,
  }: { limit: number; after: string | undefined; oldestFirst: boolean; filter: RunFilter },
): Promise<ManagedRun[]> => {
  const range = ranges.runsBetween(project, filter);
  const position = after === undefined ? undefined : projectKeys.run(project, after).sk;
  const isPastEnd = (at: string): boolean => (oldestFirst ? at > range.to : at < range.from);
  const isBeforeStart = (at: string): boolean => (oldestFirst ? at < range.from : at > range.to);
  if (range.from > range.to || (position !== undefined && isPastEnd(position))) return [];
  const from = position !== undefined && !isBeforeStart(position) ? { after: position } : {};
  const page = await queryFiltered({ ...range, newestFirst: !oldestFirst, limit, ...from }, async (stored) => {
    const runs = stored.map(readRun);
    const shown = await publicRunsOf(project, runs);
    return shown.map(({ notices: _, error, ...run }) =>
      filter.state === undefined || run.state === filter.state
        ? { ...run, user_id: project.userId, project_id: project.projectId, error_code: error?.error_code ?? null }
        : undefined,
    );
  });
  return page.items;
};
