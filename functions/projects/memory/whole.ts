import * as z from 'zod';
import { findAgent } from '../../../shared/agents/index.ts';
import {
  exportPart,
  fillOf,
  importAll,
  isExportCursor,
  memoryRecord,
  prune,
  publicMemoryStats,
  publicMemoryStatsSchema,
  stats,
} from '../../../shared/memory/index.ts';
import { MAX_IMPORT_BODY_BYTES } from '../../routing/body-limits.ts';
import { operation, reply } from '../../routing/operation.ts';
import { encodeCursor, pageQuery } from '../../routing/page.ts';
import { deletedSchema } from '../../routing/reply/deleted.ts';
import { context, cursorPosition, time } from './input.ts';

const NDJSON = 'application/x-ndjson';

/** An agent's memory as a whole: statistics, export, import, pruning. */
export const wholeMemoryOperations = [
  operation({
    ...context,
    method: 'GET',
    path: '/my/agents/{agent}/context/stats',
    summary:
      'Statistics of the memory: counts, age and size, an alert when it is nearly full, and how turns ended that were shown memories.',
    success: {
      status: 200,
      schema: publicMemoryStatsSchema
        .extend({ max_vectors: z.number(), alert: z.enum(['nearly_full', 'full']).nullable() })
        .meta({ id: 'MemoryFigures' }),
    },
    errors: [503],
    handle: async ({ project, params }) => {
      const { key, config } = await findAgent(project, params.agent);
      const figures = publicMemoryStats(await stats(project, key));
      const { max_vectors } = config.memory;
      const alert = fillOf({ count: figures.count, maxVectors: max_vectors });
      return reply(200, { ...figures, max_vectors, alert });
    },
  }),
  operation({
    ...context,
    method: 'GET',
    path: '/my/agents/{agent}/context/export',
    weight: 'heavy',
    summary:
      'Exports all memories, one per line. If they do not fit, the header x-next-cursor has the cursor of the next part.',
    query: z.object({ cursor: pageQuery.cursor }),
    success: { status: 200, schema: z.string(), items: memoryRecord.meta({ id: 'MemoryRecord' }), contentType: NDJSON },
    audit: 'data_exported',
    errors: [503],
    handle: async ({ project, params, query }) => {
      const { key } = await findAgent(project, params.agent);
      const { lines, next } = await exportPart(project, key, cursorPosition(query.cursor, isExportCursor));
      const cursor = encodeCursor(next);
      return reply(200, lines.join(''), {
        headers: { 'content-type': NDJSON, ...(cursor && { 'x-next-cursor': cursor }) },
      });
    },
  }),
  operation({
    ...context,
    method: 'POST',
    path: '/my/agents/{agent}/context/import',
    weight: 'heavy',
    summary: 'Imports memories, one per line, all or none; a line with a known id replaces that memory.',
    body: z.string().min(1),
    bodyType: 'text',
    success: { status: 200, schema: z.object({ imported: z.int().min(0) }).meta({ id: 'Imported' }) },
    errors: [503],
    maxBodyBytes: MAX_IMPORT_BODY_BYTES,
    handle: async ({ project, params, body, request }) => {
      const { key, config } = await findAgent(project, params.agent);
      const options = { maxVectors: config.memory.max_vectors, signal: request.signal };
      return reply(200, await importAll(project, key, body, options));
    },
  }),
  operation({
    ...context,
    method: 'POST',
    path: '/my/agents/{agent}/context/prune',
    summary: 'Deletes memories that are old or least worth keeping; never pinned ones.',
    audit: 'data_deleted',
    body: z
      .object({
        max_vectors: z.int().min(0).optional(),
        before: time.optional(),
        min_worth: z.number().min(0).max(1).optional(),
      })
      .refine((body) => Object.keys(body).length > 0, 'Say what to prune: max_vectors, before or min_worth.')
      .meta({ id: 'MemoryPruning', minProperties: 1 }),
    success: { status: 200, schema: deletedSchema },
    errors: [503],
    handle: async ({ project, params, body: { max_vectors, before, min_worth } }) => {
      const { key } = await findAgent(project, params.agent);
      const deleted = await prune(project, key, { maxVectors: max_vectors, before, minWorth: min_worth });
      return reply(200, { deleted });
    },
  }),
];
