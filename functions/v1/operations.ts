import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { SECOND, systemClock } from '../../shared/core/clock.ts';
import { BadRequest } from '../../shared/core/errors.ts';
import { embed, promptTokens } from '../../shared/gateway/index.ts';
import {
  agentOf,
  anthropicMessage,
  ChatWriter,
  chatBody,
  chatCompletion,
  countBody,
  embeddingsBody,
  embeddingsList,
  type Head,
  keepResponse,
  MessageWriter,
  messagesBody,
  messagesOf,
  promptOf,
  ResponsesWriter,
  requestFromChat,
  requestFromMessages,
  requestFromResponses,
  resolveInput,
  responsesBody,
  textsOf,
  wholeResponse,
} from '../../shared/protocols/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { auditCall } from './audit.ts';
import { complete } from './complete.ts';
import { ANSWERED, anthropic, openAi } from './kinds.ts';
import { modelOperations } from './model-operations.ts';
import { responseOperations } from './response-operations.ts';
import {
  anthropicMessageSchema,
  anthropicStreamSchema,
  chatCompletionSchema,
  chatStreamSchema,
  embeddingsSchema,
  responseSchema,
  responseStreamSchema,
  tokenCountSchema,
} from './schemas.ts';

const id = (kind: string): string => kind + randomUUID().replaceAll('-', '');
const seconds = (): number => Math.floor(systemClock.now() / SECOND);
const headOf = (kind: string, model: string): Head => ({ id: id(kind), created: seconds(), model });

/** With `stream`. */
const streamOf = (items: z.ZodType) => [{ status: 200, contentType: 'text/event-stream; charset=utf-8', items }];

export const v1Operations = [
  operation({
    ...openAi,
    ...ANSWERED,
    path: '/v1/chat/completions',
    weight: 'heavy',
    summary: "OpenAI's chat completions. The model agent/<name> is an agent; stream gives server-sent events.",
    body: chatBody,
    success: { status: 200, schema: chatCompletionSchema },
    otherSuccesses: streamOf(chatStreamSchema),
    handle: async ({ project, request, body }) => {
      const { includeUsage, ...chat } = requestFromChat(body);
      const head = headOf('chatcmpl-', chat.model);
      return complete({ project, request }, chat, {
        writer: () => new ChatWriter(head, includeUsage),
        whole: (said) => chatCompletion(head, said),
      });
    },
  }),
  operation({
    ...openAi,
    ...ANSWERED,
    path: '/v1/responses',
    weight: 'heavy',
    summary:
      "OpenAI's responses, kept for a day unless store is false. The model agent/<name> is an agent; stream gives events.",
    body: responsesBody,
    success: { status: 200, schema: responseSchema },
    otherSuccesses: streamOf(responseStreamSchema),
    handle: async ({ project, request, body }) => {
      const head = headOf('resp_', body.model);
      const { before, session: earlier, items } = await resolveInput(project, body);
      const conversation = [...before, ...messagesOf(items)];
      const writer = new ResponsesWriter(head, body, systemClock);
      const asked = requestFromResponses(body, conversation);
      // An agent has the conversation in its own session, so there it goes on.
      const session = asked.session ?? (agentOf(body.model) === undefined ? undefined : earlier);
      return complete(
        { project, request },
        { ...asked, ...(session !== undefined && { session }) },
        {
          writer: () => writer,
          whole: (said) => wholeResponse(head, body, said, seconds()),
          ended: async ({ whole, session: at, run }) => {
            const response = whole ?? writer.ended;
            if (body.store === false || !response) return;
            await keepResponse(project, { conversation, response, session: at, run });
          },
        },
      );
    },
  }),
  ...responseOperations,
  operation({
    ...openAi,
    answerHeaders: ['x-artel-ignored'],
    path: '/v1/embeddings',
    weight: 'heavy',
    summary: "OpenAI's embeddings of texts.",
    body: embeddingsBody,
    success: { status: 200, schema: embeddingsSchema },
    handle: async ({ project, request, body }) => {
      const { signal } = request;
      if (agentOf(body.model) !== undefined) throw new BadRequest('An agent makes no embeddings.');
      await auditCall(project, request, body.model);
      const call = { scope: project, model: body.model, ...textsOf(body), ...(signal && { signal }) };
      return reply(200, embeddingsList(body, await embed(call)));
    },
  }),
  ...modelOperations,
  operation({
    ...anthropic,
    ...ANSWERED,
    path: '/v1/messages',
    weight: 'heavy',
    summary: "Anthropic's messages; x-api-key is accepted. The model agent/<name> is an agent; stream gives events.",
    body: messagesBody,
    success: { status: 200, schema: anthropicMessageSchema },
    otherSuccesses: streamOf(anthropicStreamSchema),
    handle: async ({ project, request, body }) => {
      const message = requestFromMessages(body);
      const head = { id: id('msg_'), model: message.model, requestId: request.id };
      return complete({ project, request }, message, {
        writer: () => new MessageWriter(head, promptTokens({ ...message.call, scope: project })),
        whole: (said) => anthropicMessage(head, said),
        headers: { 'request-id': request.id },
      });
    },
  }),
  operation({
    ...anthropic,
    answerHeaders: ['x-artel-ignored'],
    path: '/v1/messages/count_tokens',
    summary: 'How many tokens a message would send, about: providers count in their own ways.',
    body: countBody,
    success: { status: 200, schema: tokenCountSchema },
    handle: async ({ body, request }) => {
      const { ignored, ...prompt } = promptOf(body);
      request.ignore(ignored);
      return reply(200, { input_tokens: promptTokens(prompt) }, { headers: { 'request-id': request.id } });
    },
  }),
];
