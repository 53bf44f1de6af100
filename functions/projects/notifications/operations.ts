import * as z from 'zod';
import {
  changeNotifications,
  notificationsSchema,
  readNotifications,
  toldEventSchema,
} from '../../../shared/notifications/index.ts';
import { operation, reply } from '../../routing/operation.ts';
import { deliveryOperations } from './deliveries.ts';
import { webhookOperations } from './webhooks.ts';

/** What a person is told outside of the service: at addresses of theirs, and by e-mail. */
export const notificationOperations = [
  ...webhookOperations,
  ...deliveryOperations,
  operation({
    method: 'GET',
    path: '/my/notifications',
    summary: 'Of which events the caller is told by e-mail.',
    access: 'user',
    success: { status: 200, schema: notificationsSchema },
    handle: async ({ scope }) => reply(200, await readNotifications(scope)),
  }),
  operation({
    method: 'PUT',
    path: '/my/notifications',
    summary:
      'Has the caller told of events by e-mail, at most 50 a day. Mails say what happened, and nothing of its contents.',
    access: 'user',
    personOnly: true,
    audit: 'notifications_changed',
    body: z
      .object({ email: z.object({ events: z.array(toldEventSchema).max(100) }).meta({ id: 'EmailNotifications' }) })
      .meta({ id: 'ChangedNotifications' }),
    success: { status: 200, schema: notificationsSchema },
    errors: [409],
    handle: async ({ scope, body }) => reply(200, await changeNotifications(scope, body.email.events)),
  }),
];
