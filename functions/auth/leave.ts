import * as z from 'zod';
import { leave } from '../../shared/identity/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { deviceTokenOf, expiredRefreshCookie } from './cookies.ts';
import { shownPassword } from './fields.ts';

/** Under `/my`, and served here: only this function may read what a password is checked against. */
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
    success: { status: 202, schema: z.object({ state: z.literal('removing') }).meta({ id: 'Removal' }) },
    errors: [409, 423, 429],
    handle: async ({ identity, body, request }) => {
      const shown = { password: body?.password, confirm: body?.confirm, deviceToken: deviceTokenOf(request) };
      await leave(identity, shown, { origin: originOf(request) });
      return reply(202, { state: 'removing' as const }, { cookies: [expiredRefreshCookie(request)] });
    },
  }),
];
