import * as z from 'zod';
import { auditEntrySchema, listAudit } from '../../shared/audit/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import { wordsSchema } from '../../shared/core/words.ts';
import { changeName, type Profile, profileOf, userOf, userSchema } from '../../shared/identity/index.ts';
import { sessionUsageSchema, usageBySession } from '../../shared/limits/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { listUsage, usageSchema } from '../../shared/usage/index.ts';
import { auditQuery } from '../routing/audit-query.ts';
import { cursorOfDays, dayRangeQuery, daySchema, daysOfPage } from '../routing/day-range.ts';
import { operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf, pageQuery, within } from '../routing/page.ts';

const ownProfileSchema = userSchema
  .extend({ default_project_id: z.string(), email_confirmed: z.boolean() })
  .meta({ id: 'Profile' });
const shown = (profile: Profile): z.infer<typeof ownProfileSchema> => ({
  ...userOf(profile),
  default_project_id: profile.default_project_id,
  email_confirmed: profile.email_confirmed_at !== undefined,
});

export const profileOperations = [
  operation({
    method: 'GET',
    path: '/my',
    summary: 'The profile of the caller.',
    access: 'user',
    success: { status: 200, schema: ownProfileSchema },
    handle: async ({ scope }) => reply(200, shown(await profileOf(scope))),
  }),
  operation({
    method: 'PATCH',
    path: '/my',
    summary: 'Changes the name the caller is shown by; `null` takes it away.',
    access: 'user',
    personOnly: true,
    body: z.object({ display_name: wordsSchema(100).nullable() }).meta({ id: 'ProfileChange' }),
    success: { status: 200, schema: ownProfileSchema },
    handle: async ({ scope, body: { display_name }, request }) =>
      reply(200, shown(await changeName(scope, display_name, { origin: originOf(request) }))),
  }),
  operation({
    method: 'GET',
    path: '/my/audit',
    summary: 'The audit trail of the caller, newest first: of one action, and from a time to another, both included.',
    access: 'user',
    query: z.object({ ...newestFirstQuery, ...auditQuery }),
    success: { status: 200, schema: pageOf(auditEntrySchema) },
    handle: async ({ scope, query: { limit, cursor, order, sort: _, ...filter } }) => {
      const after = decodeCursor(cursor, ranges.audit(scope));
      const { items, next } = await listAudit(scope, {
        ...filter,
        limit,
        after,
        now: systemClock.now(),
        oldestFirst: order === 'asc',
      });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    method: 'GET',
    path: '/my/usage',
    summary:
      'Requests, tokens and cost by day, agent and model, or by session; by default of the last 30 days. By session it sums over 5,000 calls at a time, of the last 90 days: add the pages up.',
    access: 'user',
    query: z.object({ ...dayRangeQuery, by: z.enum(['day', 'session']).default('day'), cursor: pageQuery.cursor }),
    success: {
      status: 200,
      schema: z.object({
        since: daySchema,
        until: daySchema,
        items: z.array(z.union([sessionUsageSchema, usageSchema])),
        next_cursor: z.string().nullable(),
      }),
    },
    handle: async ({ scope, query: { by, ...query } }) => {
      const { days, after: position } = daysOfPage(query, systemClock.now());
      const after = position === undefined ? undefined : within(ranges.charges(scope), position);
      const { items, next } =
        by === 'session'
          ? await usageBySession(scope, { ...days, after })
          : { items: await listUsage(scope, days), next: undefined };
      return reply(200, { ...days, items, next_cursor: cursorOfDays(days, next) });
    },
  }),
];
