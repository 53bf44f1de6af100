import * as z from 'zod';
import { deliverySchema, listDeliveries, redeliver, testWebhook } from '../../../shared/notifications/index.ts';
import { ranges } from '../../../shared/store/index.ts';
import { operation, reply } from '../../routing/operation.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf } from '../../routing/page.ts';

export const deliveryOperations = [
  operation({
    method: 'POST',
    path: '/my/webhooks/{webhook_id}/test',
    summary: 'Delivers an event `webhook_test`, which happened nowhere. Its delivery says what came of it.',
    access: 'user',
    success: { status: 202, schema: deliverySchema },
    handle: async ({ scope, params }) => reply(202, await testWebhook(scope, params.webhook_id)),
  }),
  operation({
    method: 'GET',
    path: '/my/webhooks/{webhook_id}/deliveries',
    summary: 'What was delivered to a webhook in the last 7 days, or will be, newest first.',
    access: 'user',
    query: z.object(newestFirstQuery),
    success: { status: 200, schema: pageOf(deliverySchema) },
    handle: async ({ scope, params, query: { limit, cursor, order } }) => {
      const after = decodeCursor(cursor, ranges.deliveries(scope, params.webhook_id));
      const page = await listDeliveries(scope, params.webhook_id, {
        limit,
        newestFirst: order === 'desc',
        ...(after !== undefined && { after }),
      });
      return reply(200, { items: page.items, next_cursor: encodeCursor(page.next) });
    },
  }),
  operation({
    method: 'POST',
    path: '/my/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver',
    summary: 'Delivers it once more, under the same id.',
    access: 'user',
    success: { status: 202, schema: deliverySchema },
    handle: async ({ scope, params }) =>
      reply(202, await redeliver(scope, { webhook: params.webhook_id, id: params.delivery_id })),
  }),
];
