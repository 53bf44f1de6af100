import * as z from 'zod';
import { recordAudit } from '../../shared/audit/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import { keepOwnKey, listOwnKeys, ownKeySchema } from '../../shared/gateway/index.ts';
import { removeProviderKey, secretValueSchema } from '../../shared/vault/index.ts';
import { sortedList } from '../routing/lists/sorted.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';

const byProvider = sortedList({ stored: 'provider', others: ['created_at', 'updated_at'], order: 'asc' });
const named = z.object({ provider: z.string().regex(/^[\w.-]{1,64}$/) });

/**
 * Keys are written and never returned. Only a person stores them: whoever could exchange one would read at the provider what
 * its owner's agents write.
 */
export const providerKeyOperations = [
  operation({
    method: 'GET',
    path: '/my/provider-keys',
    summary:
      'The caller’s own keys of model providers, by default by provider, without the keys; and the providers that there can be keys of.',
    access: 'user',
    query: z.object(byProvider.query),
    success: {
      status: 200,
      schema: z
        .object({ items: z.array(ownKeySchema), providers: z.array(z.string()), next_cursor: z.string().nullable() })
        .meta({ id: 'ProviderKeys' }),
    },
    handle: async ({ scope, query }) => {
      const { items: all, providers } = await listOwnKeys(scope);
      return reply(200, { ...(await byProvider.page(query, { all, keyOf: ({ provider }) => provider })), providers });
    },
  }),
  operation({
    method: 'PUT',
    path: '/my/provider-keys/{provider}',
    summary:
      'Stores the caller’s own key of a model provider, encrypted. Where their tier allows it, calls are made with it from then on, and cost nothing here.',
    access: 'user',
    personOnly: true,
    params: named,
    body: z.object({ api_key: secretValueSchema }).meta({ id: 'NewProviderKey' }),
    success: { status: 200, schema: ownKeySchema },
    errors: [403],
    handle: async ({ scope, params: { provider }, body: { api_key: apiKey }, request }) => {
      const kept = await keepOwnKey(scope, { provider, apiKey });
      await recordAudit(scope, 'provider_key_stored', { ...originOf(request), target: provider }, systemClock.now());
      return reply(200, kept);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/my/provider-keys/{provider}',
    summary: 'Deletes a key; calls are made with the deployment’s from then on.',
    access: 'user',
    personOnly: true,
    params: named,
    success: { status: 204 },
    handle: async ({ scope, params: { provider }, request }) => {
      await removeProviderKey(scope, provider);
      await recordAudit(scope, 'provider_key_deleted', { ...originOf(request), target: provider }, systemClock.now());
      return emptyReply(204);
    },
  }),
];
