import * as z from 'zod';
import type { UserScope } from '../core/scope.ts';
import { listUsage, type Usage, usageSchema } from '../usage/index.ts';
import { walkUsers } from './walk.ts';

export const usageGroups = ['day', 'user', 'model', 'agent'] as const;
export type UsageGroup = (typeof usageGroups)[number];

const figures = usageSchema.pick({
  requests: true,
  failed: true,
  calls: true,
  failed_calls: true,
  call_milliseconds: true,
  prompt_tokens: true,
  completion_tokens: true,
  cost: true,
}).shape;

/** The sum over everything that has the same day, user, model or agent; `cost` in USD. */
export const usageSumSchema = z
  .object({
    day: z.string().optional(),
    user_id: z.string().optional(),
    model: z.string().optional(),
    agent_key: z.string().optional(),
    ...figures,
  })
  .meta({ id: 'UsageSum' });
export type UsageSum = z.infer<typeof usageSumSchema>;

const FIGURES = Object.keys(figures) as (keyof typeof figures)[];

/** A page sums over so many users. */
const USERS_A_PAGE = 500;

/** What distinguishes one sum from the next; an agent belongs to one user. */
const groupOf = (by: UsageGroup, user: UserScope, { day, model, agent_key }: Usage): Partial<UsageSum> => {
  if (by === 'day') return { day };
  if (by === 'model') return { model };
  return by === 'user' ? { user_id: user.userId } : { user_id: user.userId, agent_key };
};

export type UsageWish = {
  by: UsageGroup;
  since: string;
  until: string;
  user?: UserScope | undefined;
  after?: string | undefined;
  descending?: boolean;
};

/**
 * What was used from one day to another, both included, in sums by day, user, model or agent, which order them too. A page covers 500 users: where
 * there are more, the sums of all pages are added up. `next` is the id of a user.
 */
export const usageOfAll = async ({
  by,
  since,
  until,
  user,
  after,
  descending = false,
}: UsageWish): Promise<{ items: UsageSum[]; next: string | undefined }> => {
  const look = (one: UserScope) => listUsage(one, { since, until });
  const { found, next } = user
    ? { found: [{ user, seen: await look(user) }], next: undefined }
    : await walkUsers({ after, most: USERS_A_PAGE }, look);
  const sums = new Map<string, UsageSum>();
  for (const { user: owner, seen } of found) {
    for (const one of seen) {
      const group = groupOf(by, owner, one);
      const name = JSON.stringify(group);
      const sum = sums.get(name) ?? ({ ...group, ...NOTHING } as UsageSum);
      for (const figure of FIGURES) sum[figure] += one[figure];
      sums.set(name, sum);
    }
  }
  const items = [...sums.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
  return { items: descending ? items.reverse() : items, next };
};

const NOTHING = Object.fromEntries(FIGURES.map((figure) => [figure, 0]));
