import * as z from 'zod';
import { wordsSchema } from '../../shared/core/words.ts';
import {
  apiKeySchema,
  createApiKey,
  listApiKeys,
  permissionSchema,
  rateLimitSchema,
  revokeApiKey,
} from '../../shared/identity/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { sortedList } from '../routing/lists/sorted.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { pageOf } from '../routing/page.ts';

const byCreation = sortedList({ stored: 'created_at', others: ['name', 'last_used_at'], order: 'asc' });

/** Only a person creates and revokes keys: a leaked key must not be able to create its own successor. */
export const keyOperations = [
  operation({
    method: 'GET',
    path: '/my/keys',
    summary: 'The API keys of the caller, by default oldest first, without the keys themselves.',
    access: 'user',
    query: z.object(byCreation.query),
    success: { status: 200, schema: pageOf(apiKeySchema) },
    handle: async ({ scope, query }) => {
      const page = await byCreation.page(query, {
        list: ranges.apiKeys(scope),
        read: (wanted) => listApiKeys(scope, wanted),
        keyOf: ({ id }) => id,
      });
      return reply(200, page);
    },
  }),
  operation({
    method: 'POST',
    path: '/my/keys',
    summary: 'Creates an API key; `key` is shown only once.',
    access: 'user',
    personOnly: true,
    answersOnce: true,
    body: z
      .object({
        name: wordsSchema(100),
        scopes: z.array(permissionSchema).min(1).optional(),
        rate_limit: rateLimitSchema
          .optional()
          .describe('Requests a minute with this key, within what its owner may make.'),
      })
      .meta({ id: 'NewApiKey' }),
    success: { status: 201, schema: apiKeySchema.extend({ key: z.string() }).meta({ id: 'CreatedApiKey' }) },
    handle: async ({ scope, body: { name, scopes, rate_limit }, request }) =>
      reply(
        201,
        await createApiKey(scope, { name, permissions: scopes, rateLimit: rate_limit }, { origin: originOf(request) }),
      ),
  }),
  operation({
    method: 'DELETE',
    path: '/my/keys/{id}',
    summary: 'Revokes an API key with immediate effect and closes the sockets it has opened.',
    access: 'user',
    personOnly: true,
    success: { status: 204 },
    handle: async ({ scope, params: { id }, request }) => {
      await revokeApiKey(scope, id, { origin: originOf(request) });
      return emptyReply(204);
    },
  }),
];
