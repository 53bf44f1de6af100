import * as z from 'zod';
import { issueTicket } from '../../shared/identity/index.ts';
import { required } from '../../shared/platform/configuration.ts';
import { operation } from '../routing/operation.ts';
import { reply } from '../routing/reply/reply.ts';

export const socketTicketOperations = [
  operation({
    method: 'POST',
    path: '/my/socket-ticket',
    summary:
      'A ticket that opens one WebSocket: connect to `url` with `?ticket=` within 30 seconds. Each event comes as one text; ' +
      'to a client that subscribes with `"batches": true`, as `{"events": […]}` with several of them where they come quickly.',
    access: 'user',
    permission: 'read',
    answersOnce: true,
    success: {
      status: 200,
      schema: z.object({ ticket: z.string(), url: z.string(), expires_in: z.number() }).meta({ id: 'SocketTicket' }),
    },
    handle: async ({ identity }) => reply(200, { url: required('socketUrl'), ...(await issueTicket(identity)) }),
  }),
];
