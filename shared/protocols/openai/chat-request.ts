import * as z from 'zod';
import type { ResponseFormat } from '../../gateway/index.ts';
import { type ChatRequest, definedOnly } from '../completion.ts';
import {
  count,
  effort,
  effortOf,
  hint,
  jsonFormat,
  jsonSchema,
  metadata,
  penalty,
  sessionKey,
  sessionOf,
  temperature,
  textFormat,
  toolName,
  topP,
  unsupported,
} from '../fields.ts';
import { checkCount, MAX_TOOLS } from '../limits.ts';
import { checkChoice, foreignTool, offerOf, ownTools } from '../tools.ts';
import { chatMessage, fromChatMessage } from './chat-messages.ts';
import { choiceOf, functionTool, toolChoice } from './chat-tools.ts';

const responseFormat = z.discriminatedUnion(
  'type',
  [
    textFormat,
    jsonFormat,
    z.object({
      type: z.literal('json_schema'),
      json_schema: z.object({
        name: toolName,
        description: hint,
        schema: jsonSchema,
        strict: z.boolean().nullish(),
      }),
    }),
  ],
  { error: 'The type must be "text", "json_object" or "json_schema".' },
);

/**
 * `POST /v1/chat/completions`. What would make it another answer is refused by name; hints, and fields not listed here, are
 * taken and have no effect.
 */
export const chatBody = z
  .object({
    model: z.string().min(1).max(200),
    messages: z.array(chatMessage).min(1),
    stream: z.boolean().nullish(),
    stream_options: z.object({ include_usage: z.boolean().nullish(), include_obfuscation: hint }).nullish(),
    tools: z
      .array(z.union([functionTool, foreignTool('function')]))
      .max(MAX_TOOLS)
      .nullish(),
    tool_choice: toolChoice.nullish(),
    parallel_tool_calls: z.boolean().nullish(),
    response_format: responseFormat.nullish(),
    max_tokens: count,
    max_completion_tokens: count,
    temperature,
    top_p: topP,
    stop: z
      .union([z.string(), z.array(z.string()).max(4)], { error: 'Must be a text or a list of at most four texts.' })
      .nullish(),
    seed: z.int().nullish(),
    frequency_penalty: penalty,
    presence_penalty: penalty,
    reasoning_effort: effort,
    user: z.string().max(512).nullish(),
    metadata,
    prompt_cache_key: sessionKey,
    n: z.literal(1, { error: 'Only one answer per request is supported.' }).nullish(),
    logprobs: z.literal(false, { error: 'Log probabilities are not supported.' }).nullish(),
    top_logprobs: z.literal(0, { error: 'Log probabilities are not supported.' }).nullish(),
    modalities: z.array(z.literal('text', { error: 'Answers are texts.' })).nullish(),
    logit_bias: unsupported('tokens cannot be made more or less likely.'),
    audio: unsupported('answers are texts.'),
    functions: unsupported('use tools.'),
    function_call: unsupported('use tool_choice.'),
    web_search_options: unsupported('offer a tool that searches.'),
    moderation: unsupported('there is no moderation on request.'),
    prediction: hint,
    store: hint,
    service_tier: hint,
    safety_identifier: hint,
    prompt_cache_retention: hint,
    prompt_cache_options: hint,
    verbosity: hint,
  })
  .meta({ id: 'ChatCompletionRequest' });

export type ChatBody = z.infer<typeof chatBody>;

export const requestFromChat = (body: ChatBody): ChatRequest & { includeUsage: boolean } => {
  checkCount(body.messages);
  const { own, ignored } = ownTools<z.infer<typeof functionTool>>(body.tools, 'function');
  const tools = own.map(({ function: offered }) => offerOf(offered));
  checkChoice(choiceOf(body.tool_choice), tools);
  const session = sessionOf(body);
  return {
    model: body.model,
    stream: body.stream === true,
    includeUsage: body.stream_options?.include_usage === true,
    ignored,
    ...(session !== undefined && { session }),
    call: {
      messages: body.messages.map(fromChatMessage),
      ...(tools.length > 0 && { tools }),
      ...definedOnly({
        toolChoice: choiceOf(body.tool_choice),
        parallelCalls: body.parallel_tool_calls,
        responseFormat: formatOf(body.response_format),
        maxTokens: body.max_completion_tokens ?? body.max_tokens,
        maxTokensField: lengthFieldOf(body),
        temperature: body.temperature,
        topP: body.top_p,
        stop: typeof body.stop === 'string' ? [body.stop] : body.stop,
        seed: body.seed,
        frequencyPenalty: body.frequency_penalty,
        presencePenalty: body.presence_penalty,
        reasoningEffort: effortOf(body.reasoning_effort),
        user: body.user,
      }),
    },
  };
};

const lengthFieldOf = ({ max_completion_tokens, max_tokens }: ChatBody) => {
  if (max_completion_tokens != null) return 'max_completion_tokens' as const;
  return max_tokens == null ? undefined : ('max_tokens' as const);
};

const formatOf = (format: ChatBody['response_format']): ResponseFormat | undefined => {
  if (!format || format.type === 'text') return undefined;
  if (format.type === 'json_object') return 'json';
  const { name, schema, strict } = format.json_schema;
  return { name, schema, strict: strict ?? false };
};
