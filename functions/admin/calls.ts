import * as z from 'zod';
import { isoTime, systemClock } from '../../shared/core/clock.ts';
import { detailsSchema, findCall, listCalls, modelCallSchema, userNamed } from '../../shared/gateway/index.ts';
import { daySchema } from '../routing/day-range.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf } from '../routing/page.ts';
import { administrator } from './access.ts';
import { auditAdmin } from './audit.ts';

const DAY_LENGTH = 'YYYY-MM-DD'.length;
const dayNow = (): string => isoTime(systemClock.now()).slice(0, DAY_LENGTH);

/** Where a page begins. Its cursor begins with the day: after midnight, today's list goes on with the same day. */
const positionOf = (cursor: string | undefined, asked: string | undefined): { day: string; after?: string } => {
  const position = decodeCursor(cursor, asked === undefined ? '' : `${asked}#`);
  if (position === undefined) return { day: asked ?? dayNow() };
  return { day: position.slice(0, DAY_LENGTH), after: position.slice(DAY_LENGTH + 1) };
};

export const callOperations = [
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/calls',
    summary: 'Calls about which policies decided something on a day (UTC), newest first, without their contents.',
    query: z.object({ ...newestFirstQuery, day: daySchema.optional() }),
    success: { status: 200, schema: pageOf(modelCallSchema) },
    handle: async ({ scope, query: { limit, cursor, order, day: asked }, request }) => {
      const { day, after } = positionOf(cursor, asked);
      await auditAdmin(scope, 'calls_listed', { target: day, request });
      const oldestFirst = order === 'asc';
      const { items, next } = await listCalls(day, { limit, oldestFirst, ...(after !== undefined && { after }) });
      return reply(200, { items, next_cursor: encodeCursor(next && `${day}#${next}`) });
    },
  }),
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/calls/{call_id}/diff',
    summary:
      'What policies found in a call and what they changed, before and after. The access appears in the audit log of the user.',
    success: { status: 200, schema: detailsSchema.extend({ call: modelCallSchema }).meta({ id: 'ModelCallDiff' }) },
    errors: [404],
    handle: async ({ scope, params: { call_id }, request }) => {
      const { call, details } = await findCall(call_id);
      const concerns = await userNamed(call.user_id);
      await auditAdmin(scope, 'call_read', { target: call_id, concerns, request });
      return reply(200, { call, ...details });
    },
  }),
];
