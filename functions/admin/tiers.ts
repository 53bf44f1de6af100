import * as z from 'zod';
import {
  listTiers,
  managedTierSchema,
  removeTier,
  storeTier,
  tierChangeSchema,
} from '../../shared/administration/index.ts';
import { tierNameSchema } from '../../shared/core/tiers/schema.ts';
import { sortedList } from '../routing/lists/sorted.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { pageOf } from '../routing/page.ts';
import { administrator } from './access.ts';
import { auditAdmin } from './audit.ts';

const byName = sortedList({ stored: 'name', others: ['updated_at'], order: 'asc' });
const named = z.object({ name: tierNameSchema });

export const tierOperations = [
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/tiers',
    summary:
      'The tiers that users can have, by default by name: stored ones, and those of the settings where none is stored.',
    query: z.object(byName.query),
    success: { status: 200, schema: pageOf(managedTierSchema) },
    handle: async ({ scope, query, request }) => {
      await auditAdmin(scope, 'tiers_listed', { target: 'tiers', request });
      return reply(200, await byName.page(query, { all: await listTiers(), keyOf: ({ name }) => name }));
    },
  }),
  operation({
    ...administrator,
    method: 'PUT',
    path: '/admin/tiers/{name}',
    summary:
      'Stores a tier, instead of the settings’ of the same name; effective everywhere within a second. `version` is the one that was read, 0 for a tier that is not stored yet.',
    params: named,
    body: tierChangeSchema,
    success: { status: 200, schema: managedTierSchema },
    errors: [409],
    handle: async ({ scope, params: { name }, body, request }) =>
      reply(200, await storeTier(name, body, { admin: scope, origin: originOf(request) })),
  }),
  operation({
    ...administrator,
    method: 'DELETE',
    path: '/admin/tiers/{name}',
    summary:
      'Removes a stored tier that nobody has. One that stands before the settings’ gives way to it; the settings’ own cannot be removed.',
    params: named,
    success: { status: 204 },
    errors: [404, 409],
    handle: async ({ scope, params: { name }, request }) => {
      await removeTier(name, { admin: scope, origin: originOf(request) });
      return emptyReply(204);
    },
  }),
];
