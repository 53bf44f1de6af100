import * as z from 'zod';
import { blockFigures, userNamed } from '../../shared/gateway/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { administrator, userIdSchema } from './access.ts';
import { auditAdmin } from './audit.ts';

const blockFiguresSchema = z
  .object({
    project_id: z.string(),
    session_id: z.string(),
    blocks: z.number().int(),
    bytes: z.number().int(),
    limit: z.number().int(),
    hits: z.number().int(),
    misses: z.number().int(),
    nearly_full: z.boolean(),
  })
  .meta({ id: 'SessionBlocks' });

export const blockOperations = [
  operation({
    ...administrator,
    method: 'GET',
    path: '/admin/blocks',
    summary: 'Context blocks kept for the sessions of a user: sizes, limits and hits.',
    query: z.object({ user_id: userIdSchema }),
    success: { status: 200, schema: z.object({ items: z.array(blockFiguresSchema) }) },
    errors: [404],
    handle: async ({ scope, query: { user_id }, request }) => {
      const concerns = await userNamed(user_id);
      await auditAdmin(scope, 'blocks_read', { target: user_id, concerns, request });
      return reply(200, { items: await blockFigures(concerns) });
    },
  }),
];
