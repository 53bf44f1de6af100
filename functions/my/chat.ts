import * as z from 'zod';
import { awaitRun } from '../../shared/approvals/index.ts';
import {
  cancelRun,
  getRun,
  isFinal,
  listRuns,
  publicRunOf,
  publicRunSchema,
  publicRunStateSchema,
  publicTaskSchema,
} from '../../shared/bus/index.ts';
import { isoTime, SECOND } from '../../shared/core/clock.ts';
import { idSchema } from '../../shared/core/ids.ts';
import { findMessage, messageSchema } from '../../shared/sessions/index.ts';
import { handleMessage, messageInput, newMessageOf, spaces } from '../../shared/spaces/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf } from '../routing/page.ts';

const sentSchema = z
  .object({
    message: messageSchema,
    run: publicRunSchema,
    answer: messageSchema.optional(),
    /** Of a run that waits for a person: what they are asked, at `/my/approvals/{id}`. */
    approvals: z.array(z.object({ id: z.string(), expires_at: z.string() }).meta({ id: 'OpenApproval' })).optional(),
  })
  .meta({ id: 'SentMessage' });

const chat = { access: 'user', perProject: true } as const;

export const chatOperations = [
  operation({
    ...chat,
    method: 'POST',
    path: '/my/chat/{session_id}/message',
    weight: 'heavy',
    summary:
      'Sends a message to an agent or, without one, to the orchestrator, which makes a plan. With wait the reply carries the answer if it is ready in time; it does not wait for a person.',
    permission: 'chat',
    query: z.object({ wait: z.coerce.number().min(0).max(25).default(0) }),
    body: z.object(messageInput).meta({ id: 'NewMessage' }),
    success: { status: 202, schema: sentSchema, means: 'The message is stored and will be answered.' },
    otherSuccesses: [
      { status: 200, schema: sentSchema, means: 'With `wait`: the run has ended; the answer is included.' },
    ],
    errors: [404, 409, 429],
    handle: async ({ project, params, query, body, request }) => {
      const asked = newMessageOf(body, { session: params.session_id, requestKey: request.idempotencyKey });
      const { message, run } = await handleMessage(spaces.of(project), asked);
      const sent = {
        id: message.id,
        role: 'user' as const,
        content: message.content,
        agent_id: null,
        run_id: run.run_id,
        created_at: isoTime(message.created_at),
      };
      if (query.wait === 0) return reply(202, { message: sent, run: await publicRunOf(project, run) });
      const timeout = query.wait * SECOND;
      const { run: ended, waiting } = await awaitRun(project, run.run_id, { timeout, signal: request.signal });
      const answer = await findMessage(project, params.session_id, run.answer_id);
      const status = isFinal(ended.state) ? 200 : 202;
      const approvals = waiting?.approvals.map(({ id, expiresAt }) => ({ id, expires_at: isoTime(expiresAt) }));
      return reply(status, {
        message: sent,
        run: await publicRunOf(project, ended),
        ...(answer && { answer }),
        ...(approvals && { approvals }),
      });
    },
  }),
  operation({
    ...chat,
    method: 'GET',
    path: '/my/runs',
    summary: 'The runs of the project, newest first.',
    query: z.object({
      ...newestFirstQuery,
      state: publicRunStateSchema.optional(),
      session_id: idSchema('ses').optional(),
    }),
    success: { status: 200, schema: pageOf(publicRunSchema) },
    handle: async ({ project, query }) => {
      const after = decodeCursor(query.cursor, 'run_');
      const page = await listRuns(project, {
        limit: query.limit,
        oldestFirst: query.order === 'asc',
        ...(after && { after }),
        ...(query.state && { state: query.state }),
        ...(query.session_id && { session: query.session_id }),
      });
      return reply(200, { items: page.items, next_cursor: encodeCursor(page.next) });
    },
  }),
  operation({
    ...chat,
    method: 'GET',
    path: '/my/runs/{run_id}',
    summary: 'One run with its tasks.',
    success: {
      status: 200,
      schema: publicRunSchema.extend({ tasks: z.array(publicTaskSchema) }).meta({ id: 'RunWithTasks' }),
    },
    handle: async ({ project, params }) => reply(200, await getRun(project, params.run_id)),
  }),
  operation({
    ...chat,
    method: 'POST',
    path: '/my/runs/{run_id}/cancel',
    summary:
      'Cancels a run in any state; repeating it changes nothing. For a plan the answer is 202: its tasks are stopped afterwards.',
    permission: 'chat',
    success: { status: 200, schema: publicRunSchema },
    otherSuccesses: [
      { status: 202, schema: publicRunSchema, means: 'The plan is being cancelled; its tasks are being stopped.' },
    ],
    errors: [409],
    handle: async ({ project, params }) => {
      const run = await cancelRun(project, params.run_id);
      return reply(run.state === 'cancelling' ? 202 : 200, await publicRunOf(project, run));
    },
  }),
];
