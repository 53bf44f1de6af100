import * as z from 'zod';
import { auditEntrySchema, listAudit } from '../../shared/audit/index.ts';
import { DAY, isoTime, systemClock } from '../../shared/core/clock.ts';
import { Unprocessable } from '../../shared/core/errors.ts';
import { profileOf, userOf, userSchema } from '../../shared/identity/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { listUsage, usageSchema } from '../../shared/usage/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, pageOf, pageQuery } from '../routing/page.ts';

const DEFAULT_USAGE_DAYS = 30;
const MAX_USAGE_DAYS = 366;
const day = z.iso.date();
const dayOf = (milliseconds: number): string => isoTime(milliseconds).slice(0, 10);

export const profileOperations = [
  operation({
    method: 'GET',
    path: '/my',
    summary: 'The profile of the caller.',
    access: 'user',
    success: { status: 200, schema: userSchema.extend({ default_project_id: z.string() }).meta({ id: 'Profile' }) },
    handle: async ({ scope }) => {
      const profile = await profileOf(scope);
      return reply(200, { ...userOf(profile), default_project_id: profile.default_project_id });
    },
  }),
  operation({
    method: 'GET',
    path: '/my/audit',
    summary: 'The audit trail of the caller, newest first.',
    access: 'user',
    query: z.object(pageQuery),
    success: { status: 200, schema: pageOf(auditEntrySchema) },
    handle: async ({ scope, query: { limit, cursor } }) => {
      const after = decodeCursor(cursor, ranges.audit(scope));
      const { items, next } = await listAudit(scope, { limit, after, now: systemClock.now() });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    method: 'GET',
    path: '/my/usage',
    summary: 'Requests, tokens and cost by day, agent and model; by default of the last 30 days.',
    access: 'user',
    query: z.object({ since: day.optional(), until: day.optional() }),
    success: { status: 200, schema: z.object({ since: day, until: day, items: z.array(usageSchema) }) },
    handle: async ({ scope, query }) => {
      const until = query.until ?? dayOf(systemClock.now());
      const since = query.since ?? dayOf(Date.parse(until) - DEFAULT_USAGE_DAYS * DAY);
      const days = (Date.parse(until) - Date.parse(since)) / DAY;
      if (days < 0 || days > MAX_USAGE_DAYS) {
        const message = `Must be at most ${MAX_USAGE_DAYS} days before "until".`;
        throw new Unprocessable('The range of days is not valid.', { errors: [{ path: 'since', message }] });
      }
      return reply(200, { since, until, items: await listUsage(scope, { since, until }) });
    },
  }),
];
