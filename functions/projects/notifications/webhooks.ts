import * as z from 'zod';
import { wordsSchema } from '../../../shared/core/words.ts';
import { isAllowedHost } from '../../../shared/egress/index.ts';
import {
  changeWebhook,
  createWebhook,
  findWebhook,
  listWebhooks,
  plugInPermissionSchema,
  removeWebhook,
  rotateSecret,
  toldEventSchema,
  webhookSchema,
  webhookSecretSchema,
} from '../../../shared/notifications/index.ts';
import { findProject } from '../../../shared/projects/index.ts';
import { ranges } from '../../../shared/store/index.ts';
import { emptyReply, operation, reply } from '../../routing/operation.ts';
import { originOf } from '../../routing/origin.ts';
import { decodeCursor, encodeCursor, oldestFirstQuery, pageOf } from '../../routing/page.ts';

const MAX_URL_LENGTH = 2_000;

const NOT_HTTPS = 'Must be an https address.';

/** What is refused beside this, such as an address that is not public, is refused with each delivery: names change their meaning. */
const urlSchema = z
  .url({ protocol: /^https?$/, error: NOT_HTTPS })
  .max(MAX_URL_LENGTH)
  .refine((text) => {
    const url = URL.parse(text);
    return url?.protocol !== 'http:' || isAllowedHost(url);
  }, NOT_HTTPS)
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && url.username === '' && url.password === '' && url.hash === '';
  }, 'Must not hold a user name, a password or a fragment.');

const fields = {
  name: wordsSchema(100),
  url: urlSchema,
  events: z.array(toldEventSchema).min(1).max(100),
  permissions: z.array(plugInPermissionSchema).max(2),
};

const withSecret = webhookSchema.extend({ secret: webhookSecretSchema }).meta({ id: 'WebhookWithSecret' });

/** Only a person says where what their agents do is sent: a leaked key must not be able to listen. */
const byPerson = { access: 'user', personOnly: true } as const;

export const webhookOperations = [
  operation({
    method: 'GET',
    path: '/my/webhooks',
    summary: 'The webhooks of the caller, without their secrets.',
    access: 'user',
    query: z.object(oldestFirstQuery),
    success: { status: 200, schema: pageOf(webhookSchema) },
    handle: async ({ scope, query: { limit, cursor, order } }) => {
      const after = decodeCursor(cursor, ranges.webhooks(scope));
      const page = await listWebhooks(scope, {
        limit,
        newestFirst: order === 'desc',
        ...(after !== undefined && { after }),
      });
      return reply(200, { items: page.items, next_cursor: encodeCursor(page.next) });
    },
  }),
  operation({
    ...byPerson,
    method: 'POST',
    path: '/my/webhooks',
    summary:
      'Has events delivered to an address, as they are sent over the WebSocket, signed by Standard Webhooks. `secret` is shown only once. With permissions it is a plug-in: what it answers may add messages and files to its project.',
    answersOnce: true,
    body: z
      .object({
        ...fields,
        name: fields.name.default('Webhook'),
        permissions: fields.permissions.default([]),
        project_id: z
          .string()
          .max(64)
          .optional()
          .meta({ description: 'Only of this project; needed for permissions.' }),
        secret: webhookSecretSchema.optional(),
      })
      .refine(({ permissions, project_id }) => permissions.length === 0 || project_id !== undefined, {
        path: ['project_id'],
        message: 'A plug-in is bound to one project: name it.',
      })
      .meta({ id: 'NewWebhook' }),
    success: { status: 201, schema: withSecret },
    errors: [403, 404],
    handle: async ({ scope, body: { project_id, secret, ...given }, request }) => {
      if (project_id !== undefined) await findProject(scope, project_id);
      const project = project_id === undefined ? undefined : scope.inProject(project_id);
      return reply(201, await createWebhook(scope, { ...given, project, secret }, { origin: originOf(request) }));
    },
  }),
  operation({
    method: 'GET',
    path: '/my/webhooks/{webhook_id}',
    summary: 'One webhook.',
    access: 'user',
    success: { status: 200, schema: webhookSchema },
    handle: async ({ scope, params }) => reply(200, await findWebhook(scope, params.webhook_id)),
  }),
  operation({
    ...byPerson,
    method: 'PATCH',
    path: '/my/webhooks/{webhook_id}',
    summary: 'Changes a webhook, or enables it again after it was disabled.',
    body: z
      .object({ ...z.object(fields).partial().shape, enabled: z.boolean().optional() })
      .meta({ id: 'ChangedWebhook' }),
    success: { status: 200, schema: webhookSchema },
    handle: async ({ scope, params, body, request }) =>
      reply(200, await changeWebhook(scope, params.webhook_id, { change: body, origin: originOf(request) })),
  }),
  operation({
    ...byPerson,
    method: 'DELETE',
    path: '/my/webhooks/{webhook_id}',
    summary: 'Removes a webhook with its deliveries.',
    success: { status: 204 },
    handle: async ({ scope, params, request }) => {
      await removeWebhook(scope, params.webhook_id, { origin: originOf(request) });
      return emptyReply(204);
    },
  }),
  operation({
    ...byPerson,
    method: 'POST',
    path: '/my/webhooks/{webhook_id}/secret',
    summary: 'Makes a new secret, shown only once. For 24 hours deliveries carry a signature of the former one too.',
    answersOnce: true,
    success: { status: 200, schema: withSecret },
    handle: async ({ scope, params, request }) =>
      reply(200, await rotateSecret(scope, params.webhook_id, { origin: originOf(request) })),
  }),
];
