import * as z from 'zod';
import { Unprocessable } from '../../../shared/core/errors.ts';
import { wordsSchema } from '../../../shared/core/words.ts';
import { isListCursor, memoryRecord, publicMemory, publicMemorySchema } from '../../../shared/memory/index.ts';
import { addContext, clearContext, listContext, searchContext, spaces } from '../../../shared/spaces/index.ts';
import { operation, reply } from '../../routing/operation.ts';
import { encodeCursor, newestFirstQuery, pageOf } from '../../routing/page.ts';
import { deletedSchema } from '../../routing/reply/deleted.ts';
import { context, cursorPosition, time } from './input.ts';

const { text, type, success, subject, tags, pinned, importance, id, session_id } = memoryRecord.shape;

/** `id,id`, each as a memory has it. */
const IDS = /^[A-Za-z0-9_.-]{1,128}(,[A-Za-z0-9_.-]{1,128}){0,99}$/;

const newMemory = z.object({ text, type, success, subject, tags, pinned, importance }).meta({ id: 'NewMemory' });

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const contextQuery = z.object({
  ...newestFirstQuery,
  query: wordsSchema(4_000).optional(),
  type: type.unwrap().optional(),
  success: flag.optional(),
  since: time.optional(),
  until: time.optional(),
  session_id,
  tag: z.string().min(1).max(64).optional(),
  history: flag.describe('With memories that newer ones contradict, which are left out otherwise').optional(),
});

const filtersOf = ({ type, success, since, until, session_id, tag, history }: z.infer<typeof contextQuery>) => ({
  ...(type !== undefined && { type }),
  ...(success !== undefined && { success }),
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
  ...(session_id !== undefined && { sessionId: session_id }),
  ...(tag !== undefined && { tag }),
  ...(history !== undefined && { history }),
});

/** One agent's memories: search, add, delete. */
export const contextOperations = [
  operation({
    ...context,
    method: 'GET',
    path: '/my/agents/{agent}/context',
    summary: 'Memories of the agent: the best matches of a query, or without one the newest first.',
    query: contextQuery,
    success: { status: 200, schema: pageOf(publicMemorySchema) },
    errors: [503],
    handle: async ({ project, params, query, request }) => {
      const { limit, cursor } = query;
      const space = spaces.of(project);
      const filters = filtersOf(query);
      if (query.query !== undefined) {
        if (cursor !== undefined) throw new Unprocessable('A search has only one page; use a narrower query.');
        if (query.order === 'asc')
          throw new Unprocessable('A search answers the best matches first; leave "order" out.');
        const wanted = { query: query.query, limit, filters, ...(request.signal && { signal: request.signal }) };
        const found = await searchContext(space, params.agent, wanted);
        return reply(200, { items: found.map(publicMemory), next_cursor: null });
      }
      const { items, next } = await listContext(space, params.agent, {
        limit,
        filters,
        oldestFirst: query.order === 'asc',
        after: cursorPosition(cursor, isListCursor),
      });
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
      const added = { memory: body, signal: request.signal };
      return reply(201, publicMemory(await addContext(spaces.of(project), params.agent, added)));
    },
  }),
  operation({
    ...context,
    method: 'DELETE',
    path: '/my/agents/{agent}/context',
    summary: 'Deletes memories by id or age; without either, all of them.',
    audit: 'data_deleted',
    query: z.object({
      before: time.optional(),
      ids: z
        .string()
        .regex(IDS, 'Up to 100 ids, with commas between.')
        .transform((ids) => ids.split(','))
        .pipe(z.array(id).max(100))
        .optional(),
    }),
    success: { status: 200, schema: deletedSchema },
    errors: [503],
    handle: async ({ project, params, query: { before, ids } }) => {
      const which = before === undefined && ids === undefined ? { all: true } : { before, ids };
      return reply(200, { deleted: await clearContext(spaces.of(project), params.agent, which) });
    },
  }),
];
