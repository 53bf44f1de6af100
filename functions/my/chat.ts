import * as z from 'zod';
import { messageInput } from '../../shared/agents/index.ts';
import { awaitRun, cancelRun, getRun, isFinal, listRuns, publicRun } from '../../shared/bus/index.ts';
import { isoTime, SECOND } from '../../shared/core/clock.ts';
import { acceptWish, draftGraphSchema } from '../../shared/plans/index.ts';
import { findMessage } from '../../shared/sessions/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, pageOf, pageQuery } from '../routing/page.ts';
import { messageSchema } from './sessions.ts';

const usageSchema = z.object({
  model: z.string(),
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  cost: z.number().optional(),
});

const PUBLIC_STATES = [
  'queued',
  'planning',
  'running',
  'waiting',
  'completed',
  'partial',
  'failed',
  'cancelled',
] as const;

const runSchema = z.object({
  id: z.string(),
  session_id: z.string(),
  mode: z.enum(['direct', 'orchestrated']),
  state: z.enum(PUBLIC_STATES),
  agent_id: z.string().nullable(),
  message_id: z.string(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  usage: usageSchema.nullable(),
  error: z.object({ error_code: z.string(), detail: z.string() }).nullable(),
});

const taskSchema = z.object({
  id: z.string(),
  plan_task: z.string().nullable(),
  agent_key: z.string(),
  state: z.string(),
  attempts: z.number().int(),
});

const sentSchema = z.object({ message: messageSchema, run: runSchema, answer: messageSchema.optional() });

const chat = { access: 'user', perProject: true } as const;

export const chatOperations = [
  operation({
    ...chat,
    method: 'POST',
    path: '/my/chat/{session_id}/message',
    summary:
      'Sends a message: to an agent, or without one to the orchestrator, which makes a plan of it. With wait the answer comes with the reply, if it is there in time.',
    permission: 'chat',
    query: z.object({ wait: z.coerce.number().min(0).max(25).default(0) }),
    body: z.object({ ...messageInput, plan: draftGraphSchema.optional() }),
    success: { status: 202, schema: sentSchema, means: 'The message is stored and will be answered.' },
    otherSuccesses: [{ status: 200, schema: sentSchema, means: 'With `wait`: the run has ended, here is its answer.' }],
    errors: [404, 409, 429],
    handle: async ({ project, params, query, body, request }) => {
      const { message, run } = await acceptWish(project, {
        session: params.session_id,
        content: body.content,
        ...(body.target_agent !== undefined && { targetAgent: body.target_agent }),
        ...(body.plan && { plan: body.plan }),
        ...(body.on_conflict && { onConflict: body.on_conflict }),
        ...(request.idempotencyKey !== undefined && { requestKey: request.idempotencyKey }),
      });
      const sent = {
        id: message.id,
        role: 'user' as const,
        content: message.content,
        agent_id: null,
        run_id: run.run_id,
        created_at: isoTime(message.created_at),
      };
      if (query.wait === 0) return reply(202, { message: sent, run: publicRun(run) });
      const ended = await awaitRun(project, run.run_id, query.wait * SECOND, request.signal);
      const answer = await findMessage(project, params.session_id, run.answer_id);
      const status = isFinal(ended.state) ? 200 : 202;
      return reply(status, { message: sent, run: publicRun(ended), ...(answer && { answer }) });
    },
  }),
  operation({
    ...chat,
    method: 'GET',
    path: '/my/runs',
    summary: 'The runs of the project, newest first. The filters choose among the runs of a page.',
    query: z.object({
      ...pageQuery,
      state: z.enum(PUBLIC_STATES).optional(),
      session_id: z.string().max(64).optional(),
    }),
    success: { status: 200, schema: pageOf(runSchema) },
    handle: async ({ project, query }) => {
      const after = decodeCursor(query.cursor, 'run_');
      const page = await listRuns(project, {
        limit: query.limit,
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
    success: { status: 200, schema: runSchema.extend({ tasks: z.array(taskSchema) }) },
    handle: async ({ project, params }) => reply(200, await getRun(project, params.run_id)),
  }),
  operation({
    ...chat,
    method: 'POST',
    path: '/my/runs/{run_id}/cancel',
    summary:
      'Cancels a run, whatever it is doing; cancelling it again changes nothing. A plan answers 202: its tasks stop after it.',
    permission: 'chat',
    success: { status: 200, schema: runSchema },
    otherSuccesses: [
      { status: 202, schema: runSchema, means: 'The plan goes no further; its tasks are being stopped.' },
    ],
    errors: [409],
    handle: async ({ project, params }) => {
      const run = await cancelRun(project, params.run_id);
      return reply(run.state === 'cancelling' ? 202 : 200, publicRun(run));
    },
  }),
];
