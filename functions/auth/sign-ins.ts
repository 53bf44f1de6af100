import * as z from 'zod';
import { systemClock } from '../../shared/core/clock.ts';
import { endOtherSignIns, endSignIn, listSignIns, signedInAs, signInSchema } from '../../shared/identity/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { sortedList } from '../routing/lists/sorted.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { pageOf } from '../routing/page.ts';

const byTime = sortedList({ stored: 'created_at', others: ['last_used_at'], order: 'desc' });

/** Where a person is signed in. Under `/my`, and served here: only this function may touch what signs people in. */
export const signInOperations = [
  operation({
    method: 'GET',
    path: '/my/sign-ins',
    summary: 'Where the caller is signed in, by default newest first.',
    access: 'user',
    personOnly: true,
    query: z.object(byTime.query),
    success: { status: 200, schema: pageOf(signInSchema) },
    handle: async ({ scope, identity, query }) => {
      const now = systemClock.now();
      const page = await byTime.page(query, {
        list: ranges.signIns(scope),
        read: ({ limit, after, newestFirst }) =>
          listSignIns(signedInAs(identity), { limit, after, now, oldestFirst: !newestFirst }),
        keyOf: ({ id }) => id,
      });
      return reply(200, page);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/my/sign-ins',
    summary: 'Ends all sign-ins of the caller but this one, from their next request on. API keys stay.',
    access: 'user',
    personOnly: true,
    success: { status: 204 },
    handle: async ({ identity, request }) => {
      await endOtherSignIns(signedInAs(identity), { origin: originOf(request) });
      return emptyReply(204);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/my/sign-ins/{sign_in_id}',
    summary: 'Ends one sign-in of the caller, from its next request on, and closes its sockets.',
    access: 'user',
    personOnly: true,
    success: { status: 204 },
    handle: async ({ scope, params: { sign_in_id: id }, request }) => {
      await endSignIn(scope, id, { origin: originOf(request) });
      return emptyReply(204);
    },
  }),
];
