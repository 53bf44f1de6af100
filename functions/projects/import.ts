import * as z from 'zod';
import { idSchema } from '../../shared/core/ids.ts';
import { importProject, importSummarySchema } from '../../shared/portability/index.ts';
import { MAX_IMPORT_BODY_BYTES } from '../routing/body-limits.ts';
import { operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';

/** Some 100 GB. */
const MAX_PARTS = 99_999;

export const importOperations = [
  operation({
    method: 'POST',
    path: '/my/import',
    perProject: true,
    summary:
      'Fills an empty project from an export; what happened in it comes as ended. A longer one comes in parts of at most 4 MB, cut between lines, in order, `part` counting from 1. One line that is wrong, and nothing of its part is written; a part that broke off goes on with the same text.',
    access: 'user',
    personOnly: true,
    weight: 'heavy',
    query: z.object({
      /** The project in an export of several. */
      from: idSchema('prj').optional(),
      /** Without it, the text is the whole export. */
      part: z.coerce.number().int().min(1).max(MAX_PARTS).optional(),
    }),
    body: z.string().min(1),
    bodyType: 'text',
    maxBodyBytes: MAX_IMPORT_BODY_BYTES,
    success: { status: 200, schema: importSummarySchema, means: 'What the part has brought.' },
    errors: [409, 503],
    handle: async ({ project, query, body, request }) =>
      reply(200, await importProject(project, body, { ...query, origin: originOf(request), signal: request.signal })),
  }),
];
