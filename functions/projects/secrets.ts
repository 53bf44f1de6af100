import * as z from 'zod';
import { recordAudit } from '../../shared/audit/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import { ranges } from '../../shared/store/index.ts';
import {
  listSecrets,
  removeSecret,
  secretNameSchema,
  secretSchema,
  secretValueSchema,
  storeSecret,
} from '../../shared/vault/index.ts';
import { sortedList } from '../routing/lists/sorted.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { pageOf } from '../routing/page.ts';

const byName = sortedList({ stored: 'name', others: ['created_at', 'updated_at'], order: 'asc' });

/** Values are written and never returned: only calls of tools use them. */
export const secretOperations = [
  operation({
    method: 'GET',
    path: '/my/secrets',
    summary: 'The secrets of the project, by default by name, without their values.',
    access: 'user',
    perProject: true,
    query: z.object(byName.query),
    success: { status: 200, schema: pageOf(secretSchema) },
    handle: async ({ project, query }) => {
      const page = await byName.page(query, {
        list: ranges.secrets(project),
        read: (wanted) => listSecrets(project, wanted),
        keyOf: ({ name }) => name,
      });
      return reply(200, page);
    },
  }),
  operation({
    method: 'POST',
    path: '/my/secrets',
    summary: 'Stores a secret for tools, encrypted; an existing name gets the new value.',
    access: 'user',
    perProject: true,
    body: z.object({ name: secretNameSchema, value: secretValueSchema }).meta({ id: 'NewSecret' }),
    success: { status: 201, schema: secretSchema },
    errors: [409],
    handle: async ({ scope, project, body, request }) => {
      const secret = await storeSecret(project, body);
      await recordAudit(scope, 'secret_stored', { ...originOf(request), target: secret.name }, systemClock.now());
      return reply(201, secret);
    },
  }),
  operation({
    method: 'DELETE',
    path: '/my/secrets/{name}',
    summary: 'Deletes a secret; tools that need it are unavailable from then on.',
    access: 'user',
    perProject: true,
    success: { status: 204 },
    handle: async ({ scope, project, params: { name }, request }) => {
      await removeSecret(project, name);
      await recordAudit(scope, 'secret_deleted', { ...originOf(request), target: name }, systemClock.now());
      return emptyReply(204);
    },
  }),
];
