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
import { publicRunStateSchema } from '../../shared/bus/index.ts';
import { DAY, systemClock } from '../../shared/core/clock.ts';
import type { UserScope } from '../../shared/core/scope.ts';
import { userNamed } from '../../shared/gateway/index.ts';
import { timeQuery } from '../routing/audit-query.ts';
import { cursorOfDays, dayRangeQuery, daysOfPage } from '../routing/day-range.ts';
import { operation, type RequestFacts, reply } from '../routing/operation.ts';
import { encodeCursor, newestFirstQuery, order, pageOf, pageQuery } from '../routing/page.ts';
import { administrator, userIdSchema } from './access.ts';
import { auditAdmin } from './audit.ts';
import { afterUser, runCursor, userCursor } from './cursors.ts';

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
      'Runs of all users or of one, by state and by the time they were accepted; by user and project, newest first, or the reverse.',
    query: z.object({ ...newestFirstQuery, ...ofUser, ...timeQuery, state: publicRunStateSchema.optional() }),
    success: { status: 200, schema: pageOf(managedRunSchema) },
    errors: [404],
    handle: async ({ scope, query: { user_id, cursor: at, sort: _, order, ...query }, request }) => {
      const after = runCursor(at, user_id);
      const user = await looking(scope, 'runs_listed', { user_id, request });
      const { items, next } = await runsOfAll({ ...query, after, user, oldestFirst: order === 'asc' });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/usage',
    summary:
      'Requests, tokens and cost in sums by day, user, model or agent; by default of the last 30 days. A page sums over 500 users: add the pages up.',
    query: z.object({
      cursor,
      order: order.default('asc'),
      ...ofUser,
      ...dayRangeQuery,
      by: z.enum(usageGroups).default('day'),
    }),
    success: { status: 200, schema: pageOf(usageSumSchema) },
    errors: [404],
    handle: async ({ scope, query: { user_id, by, order, ...query }, request }) => {
      const { days, after: position } = daysOfPage(query, systemClock.now());
      const after = afterUser(position);
      const user = await looking(scope, 'usage_read', { user_id, request });
      const { items, next } = await usageOfAll({ by, ...days, after, user, descending: order === 'desc' });
      return reply(200, { items, next_cursor: cursorOfDays(days, next) });
    },
  }),
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/errors',
    summary:
      'Runs that failed, counted by day and reason; by default of the last 30 days. A page looks at 200 users: add the pages up.',
    query: z.object({ cursor, order: order.default('desc'), ...ofUser, ...dayRangeQuery }),
    success: { status: 200, schema: pageOf(failureSchema) },
    errors: [404],
    handle: async ({ scope, query: { user_id, order, ...query }, request }) => {
      const { days, after: position } = daysOfPage(query, systemClock.now());
      const after = afterUser(position);
      const user = await looking(scope, 'errors_read', { user_id, request });
      const times = { since: Date.parse(days.since), until: Date.parse(days.until) + DAY - 1 };
      const { items, next } = await failuresOfAll({ ...times, after, user, oldestFirst: order === 'asc' });
      return reply(200, { items, next_cursor: cursorOfDays(days, next) });
    },
  }),
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/spaces',
    summary:
      'Projects with counts of agents and of live tasks, for a page of users, those who registered last first; `limit` counts users.',
    query: z.object({ cursor, limit, order: order.default('desc'), ...ofUser }),
    success: { status: 200, schema: pageOf(spaceSchema) },
    errors: [404],
    handle: async ({ scope, query: { user_id, cursor: at, limit: users, order }, request }) => {
      const after = userCursor(at);
      const user = await looking(scope, 'spaces_read', { user_id, request });
      const { items, next } = await spacesOfAll({ limit: users, after, user, oldestFirst: order === 'asc' });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
];
