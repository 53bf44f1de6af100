import * as z from 'zod';
import { scopeOfUser } from '../../shared/administration/index.ts';
import { NotFound } from '../../shared/core/errors.ts';
import { leave, removeOther } from '../../shared/identity/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { deviceTokenOf, expiredRefreshCookie } from './cookies.ts';
import { shownPassword } from './fields.ts';

const removal = { status: 202, schema: z.object({ state: z.literal('removing') }).meta({ id: 'Removal' }) } as const;

/** Under `/my` and `/admin`, and served here: only this function may touch what signs people in. */
export const leaveOperations = [
  operation({
    method: 'DELETE',
    path: '/my',
    summary:
      'Removes the caller with everything that is theirs. Takes the password, or within five minutes of signing in `confirm`, the caller’s own id. From the next request on nobody is let in; all that is stored is gone within the hour. The last administrator stays (409).',
    access: 'user',
    personOnly: true,
    holdsPassword: true,
    body: z.object({ password: shownPassword.optional(), confirm: z.string().max(64).optional() }).optional(),
    success: removal,
    errors: [409, 423, 429],
    handle: async ({ identity, body, request }) => {
      const shown = { password: body?.password, confirm: body?.confirm, deviceToken: deviceTokenOf(request) };
      await leave(identity, shown, { origin: originOf(request) });
      return reply(202, { state: 'removing' as const }, { cookies: [expiredRefreshCookie(request)] });
    },
  }),
  operation({
    method: 'DELETE',
    path: '/admin/users/{user_id}',
    summary: 'Removes a user with everything that is theirs. Not oneself, and not the last administrator (409).',
    access: 'admin',
    personOnly: true,
    success: removal,
    errors: [409],
    handle: async ({ scope, params: { user_id }, request }) => {
      const user = scopeOfUser(user_id);
      if (!user) throw new NotFound('There is no such user.');
      await removeOther(user, { admin: scope, origin: originOf(request) });
      return reply(202, { state: 'removing' as const });
    },
  }),
];
