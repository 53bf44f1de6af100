import * as z from 'zod';
import {
  failureSchema,
  failuresOfAll,
  managedRunSchema,
  runsOfAll,
  spaceSchema,
  spacesOfAll,
  usageGroups,
  usageOfAll,
  usageSumSchema,
} from '../../shared/administration/index.ts';
import type { AuditAction } from '../../shared/audit/index.ts';
import { publicRunStates } from '../../shared/bus/index.ts';
import { DAY, systemClock } from '../../shared/core/clock.ts';
import type { UserScope } from '../../shared/core/scope.ts';
import { userNamed } from '../../shared/gateway/index.ts';
import { timeQuery } from '../routing/audit-query.ts';
import { dayRange, dayRangeQuery } from '../routing/day-range.ts';
import { operation, type RequestFacts, reply } from '../routing/operation.ts';
import { encodeCursor, pageOf, pageQuery } from '../routing/page.ts';
import { administrator, userIdSchema } from './access.ts';
import { auditAdmin } from './audit.ts';
import { runCursor, userCursor } from './cursors.ts';

const { cursor, limit } = pageQuery;
const ofUser = { user_id: userIdSchema.optional() };

/** Records a look at everybody's things or at one user's, whose trail has it too; 404 for nobody. */
const looking = async (
  admin: UserScope,
  action: AuditAction,
  { user_id, request }: { user_id: string | undefined; request: RequestFacts },
): Promise<UserScope | undefined> => {
  const user = user_id === undefined ? undefined : await userNamed(user_id);
  await auditAdmin(admin, action, { target: user_id ?? 'all users', request, ...(user && { concerns: user }) });
  return user;
};

export const overviewOperations = [
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/runs',
    summary:
      'Runs of all users or of one, by state and by the time they were accepted; by user and project, newest first.',
    query: z.object({ ...pageQuery, ...ofUser, ...timeQuery, state: z.enum(publicRunStates).optional() }),
    success: { status: 200, schema: pageOf(managedRunSchema) },
    errors: [404],
    handle: async ({ scope, query: { user_id, cursor: at, ...query }, request }) => {
      const after = runCursor(at, user_id);
      const user = await looking(scope, 'runs_listed', { user_id, request });
      const { items, next } = await runsOfAll({ ...query, after, user });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/usage',
    summary:
      'Requests, tokens and cost in sums by day, user, model or agent; by default of the last 30 days. A page sums over 500 users: add the pages up.',
    query: z.object({ cursor, ...ofUser, ...dayRangeQuery, by: z.enum(usageGroups).default('day') }),
    success: { status: 200, schema: pageOf(usageSumSchema) },
    errors: [404],
    handle: async ({ scope, query: { user_id, by, cursor: at, ...days }, request }) => {
      const after = userCursor(at);
      const range = dayRange(days, systemClock.now());
      const user = await looking(scope, 'usage_read', { user_id, request });
      const { items, next } = await usageOfAll({ by, ...range, after, user });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/errors',
    summary:
      'Runs that failed, counted by day and reason; by default of the last 30 days. A page looks at 200 users: add the pages up.',
    query: z.object({ cursor, ...ofUser, ...dayRangeQuery }),
    success: { status: 200, schema: pageOf(failureSchema) },
    errors: [404],
    handle: async ({ scope, query: { user_id, cursor: at, ...days }, request }) => {
      const after = userCursor(at);
      const { since, until } = dayRange(days, systemClock.now());
      const user = await looking(scope, 'errors_read', { user_id, request });
      const times = { since: Date.parse(since), until: Date.parse(until) + DAY - 1 };
      const { items, next } = await failuresOfAll({ ...times, after, user });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/spaces',
    summary: 'Projects with counts of agents and of live tasks, for a page of users; `limit` counts users.',
    query: z.object({ cursor, limit, ...ofUser }),
    success: { status: 200, schema: pageOf(spaceSchema) },
    errors: [404],
    handle: async ({ scope, query: { user_id, cursor: at, limit: users }, request }) => {
      const after = userCursor(at);
      const user = await looking(scope, 'spaces_read', { user_id, request });
      const { items, next } = await spacesOfAll({ limit: users, after, user });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
];
