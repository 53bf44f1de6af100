import * as z from 'zod';
import { DAY, systemClock } from '../../shared/core/clock.ts';
import {
  createInvitation,
  invitationSchema,
  linkTo,
  listInvitations,
  withdrawInvitation,
} from '../../shared/identity/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { emailSchema } from '../routing/email.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf } from '../routing/page.ts';
import { administrator } from './access.ts';
import { auditAdmin } from './audit.ts';

const DEFAULT_DAYS = 7;
const MAX_DAYS = 90;

export const invitationOperations = [
  operation({
    ...administrator,
    method: 'POST',
    path: '/admin/invitations',
    summary:
      'Invites somebody to register, once. With an e-mail address it is for that one, and mailed there where the deployment sends mails; otherwise `token` and `link` are shown here, and only here.',
    answersOnce: true,
    body: z
      .object({ email: emailSchema.optional(), expires_in_days: z.int().min(1).max(MAX_DAYS).default(DEFAULT_DAYS) })
      .meta({ id: 'NewInvitation' }),
    success: {
      status: 201,
      schema: invitationSchema
        .extend({ token: z.string().optional(), link: z.string().optional() })
        .meta({ id: 'CreatedInvitation' }),
    },
    handle: async ({ scope, body: { email: address, expires_in_days }, request }) => {
      const invitation = await createInvitation(scope.userId, { email: address, life: expires_in_days * DAY });
      await auditAdmin(scope, 'invitation_created', { target: invitation.id, request });
      const { token } = invitation;
      return reply(201, { ...invitation, ...(token !== undefined && { link: linkTo('invitation', token) }) });
    },
  }),
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/invitations',
    summary: 'Invitations that can still be used, newest first.',
    query: z.object(newestFirstQuery),
    success: { status: 200, schema: pageOf(invitationSchema) },
    handle: async ({ scope, query: { limit, cursor, order }, request }) => {
      const after = decodeCursor(cursor, ranges.invitations());
      await auditAdmin(scope, 'invitations_listed', { target: 'invitations', request });
      const { items, next } = await listInvitations({
        limit,
        after,
        now: systemClock.now(),
        oldestFirst: order === 'asc',
      });
      return reply(200, { items, next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    ...administrator,
    method: 'DELETE',
    path: '/admin/invitations/{invitation_id}',
    summary: 'Withdraws an invitation: nobody registers with it any more.',
    success: { status: 204 },
    handle: async ({ scope, params: { invitation_id: id }, request }) => {
      await withdrawInvitation(id);
      await auditAdmin(scope, 'invitation_withdrawn', { target: id, request });
      return emptyReply(204);
    },
  }),
];
