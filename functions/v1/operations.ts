import { randomUUID } from 'node:crypto';
import * as z from 'zod';
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
  MessageWriter,
  messagesBody,
  modelList,
  modelPage,
  promptOf,
  ResponsesWriter,
  requestFromChat,
  requestFromMessages,
  requestFromResponses,
  responsesBody,
  roughTokens,
  textsOf,
  wholeResponse,
} from '../../shared/protocols/index.ts';
import { MAX_CALL_BODY_BYTES } from '../routing/body-limits.ts';
import { operation, reply } from '../routing/operation.ts';
import { complete } from './complete.ts';
import { usesAnthropicProtocol } from './error-shape.ts';
import { listedModels } from './models.ts';
import { anthropicErrorSchema, openAiErrorSchema } from './schemas.ts';

const id = (kind: string): string => kind + randomUUID().replaceAll('-', '');
const seconds = (): number => Math.floor(systemClock.now() / SECOND);
const headOf = (kind: string, model: string): Head => ({ id: id(kind), created: seconds(), model });

const asked = { access: 'user', permission: 'chat', method: 'POST', maxBodyBytes: MAX_CALL_BODY_BYTES } as const;
const openAi = { ...asked, errorSchema: openAiErrorSchema, errors: [404, 429] };
// The client's beta methods say so in the query; what they send beside the usual fields is refused by name.
const anthropic = {
  ...asked,
  query: z.object({ beta: z.unknown() }).partial(),
  errorSchema: anthropicErrorSchema,
  errors: [404, 429],
};
/** With `stream`. */
const STREAMED = [{ status: 200, contentType: 'text/event-stream; charset=utf-8' }];
const answerOf = <const Kind extends string>(object: Kind) => ({
  status: 200,
  schema: z.looseObject({ id: z.string(), model: z.string(), object: z.literal(object) }),
});

export const v1Operations = [
  operation({
    ...openAi,
    path: '/v1/chat/completions',
    summary: "OpenAI's chat completions. The model agent/<name> is an agent; stream gives server-sent events.",
    body: chatBody,
    success: answerOf('chat.completion'),
    otherSuccesses: STREAMED,
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
    path: '/v1/responses',
    summary: "OpenAI's responses, which are not kept. The model agent/<name> is an agent; stream gives events.",
    body: responsesBody,
    success: answerOf('response'),
    otherSuccesses: STREAMED,
    handle: async ({ project, request, body }) => {
      const head = headOf('resp_', body.model);
      return complete({ project, request }, requestFromResponses(body), {
        writer: () => new ResponsesWriter(head, body, systemClock),
        whole: (said) => wholeResponse(head, body, said, seconds()),
      });
    },
  }),
  operation({
    ...openAi,
    path: '/v1/embeddings',
    summary: "OpenAI's embeddings of texts.",
    body: embeddingsBody,
    success: {
      status: 200,
      schema: z.looseObject({ object: z.literal('list'), data: z.array(z.looseObject({ index: z.int() })) }),
    },
    handle: async ({ project, request: { signal }, body }) => {
      if (agentOf(body.model) !== undefined) throw new BadRequest('An agent makes no embeddings.');
      const call = { scope: project, model: body.model, ...textsOf(body), ...(signal && { signal }) };
      return reply(200, embeddingsList(body, await embed(call)));
    },
  }),
  operation({
    ...openAi,
    method: 'GET',
    path: '/v1/models',
    permission: 'chat',
    summary: "The deployment's models and your agents, in OpenAI's or, by its version header, Anthropic's shape.",
    query: z.object({ limit: z.unknown(), after_id: z.unknown(), before_id: z.unknown() }).partial(),
    errors: [],
    errorSchema: z.union([openAiErrorSchema, anthropicErrorSchema]),
    success: { status: 200, schema: z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) }) },
    handle: async ({ project, request: { headers } }) => {
      const models = await listedModels(project);
      return reply(200, usesAnthropicProtocol({ path: '', headers }) ? modelPage(models) : modelList(models));
    },
  }),
  operation({
    ...anthropic,
    path: '/v1/messages',
    summary: "Anthropic's messages; x-api-key is accepted. The model agent/<name> is an agent; stream gives events.",
    body: messagesBody,
    success: { status: 200, schema: z.looseObject({ id: z.string(), type: z.literal('message'), model: z.string() }) },
    otherSuccesses: STREAMED,
    handle: async ({ project, request, body }) => {
      const message = requestFromMessages(body);
      const head = { id: id('msg_'), model: message.model, requestId: request.id };
      return complete({ project, request }, message, {
        writer: () => new MessageWriter(head, roughTokens(message.call.messages)),
        whole: (said) => anthropicMessage(head, said),
        headers: { 'request-id': request.id },
      });
    },
  }),
  operation({
    ...anthropic,
    path: '/v1/messages/count_tokens',
    summary: 'How many tokens a message would send, about: providers count in their own ways.',
    body: countBody,
    success: { status: 200, schema: z.object({ input_tokens: z.int() }) },
    handle: async ({ body, request }) =>
      reply(200, { input_tokens: promptTokens(promptOf(body)) }, { headers: { 'request-id': request.id } }),
  }),
];
