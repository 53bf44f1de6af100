import * as z from 'zod';
import { idSchema } from '../../../shared/core/ids.ts';
import { importProject, importSummarySchema } from '../../../shared/portability/index.ts';
import { MAX_IMPORT_BODY_BYTES } from '../../routing/body-limits.ts';
import { operation, reply } from '../../routing/operation.ts';
import { originOf } from '../../routing/origin.ts';

export const importOperations = [
  operation({
    method: 'POST',
    path: '/my/import',
    perProject: true,
    summary:
      'Fills an empty project from an export: settings for plans, agents with all versions, memories, files, sessions and messages. Every line is checked first; one that is wrong, and nothing is written. An import that broke off goes on with the same file. Runs, events, plans, approvals, permissions and the values of secrets are left out; so may be any kind, whole, to keep within 4 MB.',
    access: 'user',
    personOnly: true,
    weight: 'heavy',
    query: z.object({ from: idSchema('prj').optional() }),
    body: z.string().min(1),
    bodyType: 'text',
    maxBodyBytes: MAX_IMPORT_BODY_BYTES,
    success: { status: 200, schema: importSummarySchema },
    errors: [409, 503],
    handle: async ({ project, query, body, request }) =>
      reply(
        200,
        await importProject(project, body, { from: query.from, origin: originOf(request), signal: request.signal }),
      ),
  }),
];
