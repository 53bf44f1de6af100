import * as z from 'zod';
import { listCharges, publicCharge, publicChargeSchema } from '../../shared/limits/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf } from '../routing/page.ts';

export const usageCallOperations = [
  operation({
    method: 'GET',
    path: '/my/usage/calls',
    summary: 'What each call of a model cost in the last 90 days, newest first.',
    access: 'user',
    query: z.object({ ...newestFirstQuery, session_id: z.string().min(1).max(128).optional() }),
    success: { status: 200, schema: pageOf(publicChargeSchema) },
    handle: async ({ scope, query: { limit, cursor, order, session_id } }) => {
      const after = decodeCursor(cursor, ranges.charges(scope));
      const { items, next } = await listCharges(scope, {
        limit,
        newestFirst: order === 'desc',
        ...(after && { after }),
        ...(session_id !== undefined && { session: session_id }),
      });
      return reply(200, { items: items.map(publicCharge), next_cursor: encodeCursor(next) });
    },
  }),
];
