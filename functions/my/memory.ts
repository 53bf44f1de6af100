import * as z from 'zod';
import { findAgent } from '../../shared/agents/index.ts';
import { Unprocessable } from '../../shared/core/errors.ts';
import {
  exportPart,
  forget,
  importAll,
  isExportCursor,
  isListCursor,
  list,
  memoryRecord,
  prune,
  publicMemory,
  publicMemorySchema,
  publicMemoryStats,
  publicMemoryStatsSchema,
  recall,
  remember,
  stats,
} from '../../shared/memory/index.ts';
import { MAX_IMPORT_BODY_BYTES } from '../routing/body-limits.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, pageOf, pageQuery } from '../routing/page.ts';

/** A time as clients write it, in milliseconds. */
const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const { text, type, success, tags, pinned, importance, id, session_id } = memoryRecord.shape;

const newMemory = z.object({ text, type, success, tags, pinned, importance });

const contextQuery = z.object({
  ...pageQuery,
  query: z.string().trim().min(1).max(4_000).optional(),
  type: type.unwrap().optional(),
  success: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  since: time.optional(),
  until: time.optional(),
  session_id,
  tag: z.string().min(1).max(64).optional(),
});

const filtersOf = ({ type, success, since, until, session_id, tag }: z.infer<typeof contextQuery>) => ({
  ...(type !== undefined && { type }),
  ...(success !== undefined && { success }),
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
  ...(session_id !== undefined && { sessionId: session_id }),
  ...(tag !== undefined && { tag }),
});

/** The position a cursor names, if the cursor is of this list. */
const cursorPosition = (cursor: string | undefined, fits: (position: string) => boolean): string | undefined => {
  const position = decodeCursor(cursor, '');
  if (position === undefined || fits(position)) return position;
  throw new Unprocessable('The cursor does not belong to this list.', {
    errors: [{ path: 'cursor', message: 'Take it from the previous answer.' }],
  });
};

const NDJSON = 'application/x-ndjson';

const context = { access: 'user', perProject: true } as const;

export const memoryOperations = [
  operation({
    ...context,
    method: 'GET',
    path: '/my/agents/{agent}/context',
    summary: 'Memories of the agent: the best matches of a query, or without one the newest first.',
    query: contextQuery,
    success: { status: 200, schema: pageOf(publicMemorySchema) },
    errors: [503],
    handle: async ({ project, params, query, request }) => {
      const { key } = await findAgent(project, params.agent);
      const { limit, cursor } = query;
      const filters = filtersOf(query);
      if (query.query !== undefined) {
        if (cursor !== undefined) throw new Unprocessable('A search has only one page; use a narrower query.');
        const found = await recall(project, key, { query: query.query, limit, filters, signal: request.signal });
        return reply(200, { items: found.map(publicMemory), next_cursor: null });
      }
      const { items, next } = await list(project, key, { limit, filters, after: cursorPosition(cursor, isListCursor) });
      return reply(200, { items: items.map(publicMemory), next_cursor: encodeCursor(next) });
    },
  }),
  operation({
    ...context,
    method: 'POST',
    path: '/my/agents/{agent}/context',
    summary: 'Adds a memory.',
    body: newMemory,
    success: { status: 201, schema: publicMemorySchema },
    errors: [503],
    handle: async ({ project, params, body, request }) => {
      const { key, config } = await findAgent(project, params.agent);
      const options = { maxVectors: config.memory.max_vectors, signal: request.signal };
      const { memory } = await remember(project, key, body, options);
      return reply(201, publicMemory(memory));
    },
  }),
  operation({
    ...context,
    method: 'DELETE',
    path: '/my/agents/{agent}/context',
    summary: 'Deletes memories by id or age; without either, all of them.',
    query: z.object({
      before: time.optional(),
      ids: z
        .string()
        .transform((ids) => ids.split(','))
        .pipe(z.array(id).max(100))
        .optional(),
    }),
    success: { status: 200, schema: z.object({ deleted: z.number() }) },
    errors: [503],
    handle: async ({ project, params, query: { before, ids } }) => {
      const { key } = await findAgent(project, params.agent);
      const which = before === undefined && ids === undefined ? { all: true } : { before, ids };
      return reply(200, { deleted: await forget(project, key, which) });
    },
  }),
  operation({
    ...context,
    method: 'GET',
    path: '/my/agents/{agent}/context/stats',
    summary: 'Statistics of the memory: counts, success rate, age and size.',
    success: {
      status: 200,
      schema: publicMemoryStatsSchema.extend({ max_vectors: z.number() }),
    },
    errors: [503],
    handle: async ({ project, params }) => {
      const { key, config } = await findAgent(project, params.agent);
      const figures = publicMemoryStats(await stats(project, key));
      return reply(200, { ...figures, max_vectors: config.memory.max_vectors });
    },
  }),
  operation({
    ...context,
    method: 'GET',
    path: '/my/agents/{agent}/context/export',
    summary:
      'Exports all memories, one per line. If they do not fit, the header x-next-cursor has the cursor of the next part.',
    query: z.object({ cursor: pageQuery.cursor }),
    success: { status: 200, schema: z.string(), contentType: NDJSON },
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
    summary: 'Imports memories, one per line, all or none; a line with a known id replaces that memory.',
    body: z.string().min(1),
    bodyType: 'text',
    success: { status: 200, schema: z.object({ imported: z.number() }) },
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
    body: z
      .object({
        max_vectors: z.int().min(0).optional(),
        before: time.optional(),
        min_worth: z.number().min(0).max(1).optional(),
      })
      .refine((body) => Object.keys(body).length > 0, 'Say what to prune: max_vectors, before or min_worth.'),
    success: { status: 200, schema: z.object({ deleted: z.number() }) },
    errors: [503],
    handle: async ({ project, params, body: { max_vectors, before, min_worth } }) => {
      const { key } = await findAgent(project, params.agent);
      const deleted = await prune(project, key, { maxVectors: max_vectors, before, minWorth: min_worth });
      return reply(200, { deleted });
    },
  }),
];
