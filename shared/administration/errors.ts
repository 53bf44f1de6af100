import * as z from 'zod';
import type { UserScope } from '../core/scope.ts';
import { type ManagedRun, runsOfUser } from './runs.ts';
import { walkUsers } from './walk.ts';

/** Runs that failed on one day for one reason, and the newest of them. */
export const failureSchema = z
  .object({
    day: z.string(),
    error_code: z.string(),
    runs: z.int(),
    users: z.int(),
    newest: z.object({ user_id: z.string(), project_id: z.string(), run_id: z.string(), at: z.string() }),
  })
  .meta({ id: 'FailureSum' });
export type FailureSum = z.infer<typeof failureSchema>;

/** A page looks at so many users, and at no more failed runs of one of them. */
const USERS_A_PAGE = 200;
const RUNS_OF_A_USER = 1_000;

export type FailureWish = {
  since: number;
  until: number;
  user?: UserScope | undefined;
  after?: string | undefined;
  oldestFirst?: boolean;
};

/** What went wrong, by day and reason, the newest day first unless asked otherwise. Where there are more than 200 users, pages are added up. */
export const failuresOfAll = async ({
  since,
  until,
  user,
  after,
  oldestFirst = false,
}: FailureWish): Promise<{ items: FailureSum[]; next: string | undefined }> => {
  const look = (one: UserScope) =>
    runsOfUser(one, { limit: RUNS_OF_A_USER, filter: { since, until, state: 'failed' } });
  const { found, next } = user
    ? { found: [{ seen: await look(user) }], next: undefined }
    : await walkUsers({ after, most: USERS_A_PAGE }, look);
  const groups = Map.groupBy(
    found.flatMap(({ seen }) => seen),
    (run) => `${dayOf(run)} ${run.error_code ?? 'unknown'}`,
  );
  const items = [...groups.values()].map(sumOf);
  const byDay = (one: FailureSum, other: FailureSum): number => {
    const isOlder = one.day < other.day;
    return isOlder === oldestFirst ? -1 : 1;
  };
  return {
    items: items.sort((one, other) => (one.day === other.day ? other.runs - one.runs : byDay(one, other))),
    next,
  };
};

const dayOf = ({ created_at }: ManagedRun): string => created_at.slice(0, 10);

const sumOf = (runs: ManagedRun[]): FailureSum => {
  const newest = runs.reduce((one, other) => (other.created_at > one.created_at ? other : one));
  return {
    day: dayOf(newest),
    error_code: newest.error_code ?? 'unknown',
    runs: runs.length,
    users: new Set(runs.map(({ user_id }) => user_id)).size,
    newest: {
      user_id: newest.user_id,
      project_id: newest.project_id,
      run_id: newest.id,
      at: newest.ended_at ?? newest.created_at,
    },
  };
};
