import * as z from 'zod';
import {
  changePassword,
  confirmEmail,
  requestConfirmation,
  requestEmailChange,
  requestReset,
  resetPassword,
  signedInAs,
} from '../../shared/identity/index.ts';
import { emailSchema as email } from '../routing/email.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { deviceTokenOf } from './cookies.ts';
import { mailedSchema, newPassword, shownPassword, token } from './fields.ts';

/** What people change about how they sign in. Where a link is mailed, the answer is the same for every address. */
export const accountOperations = [
  operation({
    method: 'POST',
    path: '/auth/confirm',
    summary:
      'Confirms an e-mail address by the link that was mailed to it: of a new account, or the new one of an account.',
    access: 'public',
    body: z.object({ token }).meta({ id: 'EmailConfirmation' }),
    success: { status: 200, schema: z.object({ email: z.string() }).meta({ id: 'EmailConfirmed' }) },
    errors: [409, 429],
    handle: async ({ body, request }) => reply(200, await confirmEmail(body.token, { origin: originOf(request) })),
  }),
  operation({
    method: 'POST',
    path: '/auth/confirm/link',
    summary: 'Mails the caller another link that confirms their e-mail address. 409 where it is confirmed already.',
    access: 'user',
    personOnly: true,
    success: { status: 202, schema: mailedSchema },
    errors: [409, 429],
    handle: async ({ scope, request }) => reply(202, await requestConfirmation(scope, { origin: originOf(request) })),
  }),
  operation({
    method: 'POST',
    path: '/auth/password',
    summary: 'Changes the password of the caller, who shows the current one, and ends all of their other sign-ins.',
    access: 'user',
    personOnly: true,
    holdsPassword: true,
    body: z.object({ current_password: shownPassword, password: newPassword }).meta({ id: 'PasswordChange' }),
    success: { status: 204 },
    errors: [409, 423, 429],
    handle: async ({ identity, body: { current_password: current, password: next }, request }) => {
      const change = { current, next, deviceToken: deviceTokenOf(request) };
      await changePassword(signedInAs(identity), change, { origin: originOf(request) });
      return emptyReply(204);
    },
  }),
  operation({
    method: 'POST',
    path: '/auth/email',
    summary:
      'Mails a link to a new e-mail address of the caller, who shows the password. It is theirs once it is confirmed.',
    access: 'user',
    personOnly: true,
    holdsPassword: true,
    body: z.object({ email, password: shownPassword }).meta({ id: 'EmailChange' }),
    success: { status: 202, schema: mailedSchema },
    errors: [423, 429],
    handle: async ({ identity, body, request }) => {
      const wanted = { ...body, deviceToken: deviceTokenOf(request) };
      return reply(202, await requestEmailChange(signedInAs(identity), wanted, { origin: originOf(request) }));
    },
  }),
  operation({
    method: 'POST',
    path: '/auth/reset',
    summary: 'Mails a link that sets a new password, if there is an account with this e-mail address.',
    access: 'public',
    body: z.object({ email }).meta({ id: 'PasswordResetRequest' }),
    success: { status: 202, schema: mailedSchema },
    errors: [403, 429],
    handle: async ({ body, request }) => reply(202, await requestReset(body.email, { origin: originOf(request) })),
  }),
  operation({
    method: 'POST',
    path: '/auth/reset/complete',
    summary: 'Sets a new password by the link that was mailed, and ends all sign-ins of the account.',
    access: 'public',
    body: z.object({ token, password: newPassword }).meta({ id: 'PasswordReset' }),
    success: { status: 204 },
    errors: [429],
    handle: async ({ body, request }) => {
      await resetPassword(body, { origin: originOf(request) });
      return emptyReply(204);
    },
  }),
];
