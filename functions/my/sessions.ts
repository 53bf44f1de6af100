import * as z from 'zod';
import { wordsSchema } from '../../shared/core/words.ts';
import { removeDeletedSession } from '../../shared/maintenance/index.ts';
import {
  createSession,
  getSession,
  listMessages,
  listSessions,
  markSessionDeleting,
  messageSchema,
  renameSession,
  sessionSchema,
} from '../../shared/sessions/index.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, oldestFirstQuery, pageOf } from '../routing/page.ts';

const titleSchema = wordsSchema(200);

/** A chat with more messages is removed by the sweeper, because that takes longer than a request may. */
const MAX_MESSAGES_REMOVED_IN_REQUEST = 200;

const chat = { access: 'user', perProject: true } as const;

export const sessionOperations = [
  operation({
    ...chat,
    method: 'GET',
    path: '/my/chat/sessions',
    summary: 'The chats of the project, newest first.',
    query: z.object(newestFirstQuery),
    success: { status: 200, schema: pageOf(sessionSchema) },
    handle: async ({ project, query }) => {
      const after = decodeCursor(query.cursor, 'ses_');
      const page = await listSessions(project, {
        limit: query.limit,
        oldestFirst: query.order === 'asc',
        ...(after && { after }),
      });
      return reply(200, { items: page.items, next_cursor: encodeCursor(page.next) });
    },
  }),
  operation({
    ...chat,
    method: 'POST',
    path: '/my/chat/sessions',
    summary: 'Opens a chat.',
    permission: 'chat',
    body: z.object({ title: titleSchema.optional() }).meta({ id: 'NewSession' }).optional(),
    success: { status: 201, schema: sessionSchema },
    handle: async ({ project, body }) =>
      reply(201, await createSession(project, { ...(body?.title !== undefined && { title: body.title }) })),
  }),
  operation({
    ...chat,
    method: 'GET',
    path: '/my/chat/sessions/{session_id}',
    summary: 'One chat.',
    success: { status: 200, schema: sessionSchema },
    handle: async ({ project, params }) => reply(200, await getSession(project, params.session_id)),
  }),
  operation({
    ...chat,
    method: 'PATCH',
    path: '/my/chat/sessions/{session_id}',
    summary: 'Renames a chat.',
    permission: 'chat',
    body: z.object({ title: titleSchema }).meta({ id: 'ChangedSession' }),
    success: { status: 200, schema: sessionSchema },
    handle: async ({ project, params, body }) =>
      reply(200, await renameSession(project, params.session_id, { title: body.title })),
  }),
  operation({
    ...chat,
    method: 'DELETE',
    path: '/my/chat/sessions/{session_id}',
    summary:
      'Deletes a chat: its runs are cancelled and everything in it is removed. keep_memories=true keeps its memories.',
    query: z.object({ keep_memories: z.enum(['true', 'false']).default('false') }),
    success: { status: 204 },
    audit: 'data_deleted',
    handle: async ({ project, params, query }) => {
      const { message_count } = await getSession(project, params.session_id);
      await markSessionDeleting(project, params.session_id, { keepMemories: query.keep_memories === 'true' });
      if (message_count <= MAX_MESSAGES_REMOVED_IN_REQUEST) await removeDeletedSession(project, params.session_id);
      return emptyReply(204);
    },
  }),
  operation({
    ...chat,
    method: 'GET',
    path: '/my/chat/{session_id}/messages',
    summary: 'The messages of a chat, oldest first.',
    query: z.object(oldestFirstQuery),
    success: { status: 200, schema: pageOf(messageSchema) },
    handle: async ({ project, params, query }) => {
      await getSession(project, params.session_id);
      const after = decodeCursor(query.cursor, 'msg_');
      const page = await listMessages(project, params.session_id, {
        limit: query.limit,
        newestFirst: query.order === 'desc',
        ...(after && { after }),
      });
      return reply(200, { items: page.items, next_cursor: encodeCursor(page.next) });
    },
  }),
];
