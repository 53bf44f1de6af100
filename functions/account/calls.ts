import * as z from 'zod';
import { findOwnCall, listOwnCalls, modelCallSchema, ownDetailsSchema } from '../../shared/gateway/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf } from '../routing/page.ts';

export const callOperations = [
  operation({
    method: 'GET',
    path: '/my/calls',
    summary:
      'The caller’s calls of models about which policies decided something, of the last 30 days, newest first, without their contents.',
    access: 'user',
    query: z.object(newestFirstQuery),
    success: { status: 200, schema: pageOf(modelCallSchema) },
    handle: async ({ scope, query: { limit, cursor, order } }) => {
      const after = decodeCursor(cursor, ranges.ownModelCalls(scope));
      const { items, next } = await listOwnCalls(scope, { limit, after, oldestFirst: order === 'asc' });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    method: 'GET',
    path: '/my/calls/{call_id}/diff',
    summary:
      'What policies found in one of the caller’s calls and what they changed, before and after, but for what an imposed policy took out of the answer.',
    access: 'user',
    success: { status: 200, schema: ownDetailsSchema },
    errors: [404],
    handle: async ({ scope, params: { call_id } }) => reply(200, await findOwnCall(scope, call_id)),
  }),
];
