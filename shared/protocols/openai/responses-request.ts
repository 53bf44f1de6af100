import * as z from 'zod';
import type { ChatMessage, ResponseFormat } from '../../gateway/index.ts';
import { type ChatRequest, definedOnly } from '../completion.ts';
import {
  count,
  effort,
  hint,
  jsonSchema,
  metadata,
  sessionKey,
  sessionOf,
  temperature,
  toolName,
  topP,
  unsupported,
} from '../fields.ts';
import { checkCount, MAX_TOOLS } from '../limits.ts';
import { demands, noTools, offerOf } from '../tools.ts';
import { inputItem, messagesOf } from './responses-input.ts';

const tool = z.strictObject({
  type: z.literal('function', { error: 'Only tools of the type "function" are supported.' }),
  name: toolName,
  description: z.string().nullish(),
  parameters: jsonSchema.nullish(),
  strict: z.boolean().nullish(),
});

const toolChoice = z.union(
  [z.enum(['none', 'auto', 'required']), z.strictObject({ type: z.literal('function'), name: toolName })],
  { error: 'The choice must be "none", "auto", "required" or {"type": "function", "name"}.' },
);

const format = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('text') }),
    z.strictObject({ type: z.literal('json_object') }),
    z.strictObject({
      type: z.literal('json_schema'),
      name: toolName,
      description: hint,
      schema: jsonSchema,
      strict: z.boolean().nullish(),
    }),
  ],
  { error: 'The type must be "text", "json_object" or "json_schema".' },
);

/** `POST /v1/responses`. Nothing is stored between requests, so references to earlier responses are refused. */
export const responsesBody = z.strictObject({
  model: z.string().min(1).max(200),
  input: z.union([z.string(), z.array(inputItem).min(1)], {
    error:
      'The input must be a text or a list of items: messages (of parts input_text, output_text, refusal and input_image with an image_url), function_call and function_call_output.',
  }),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  tools: z.array(tool).max(MAX_TOOLS).nullish(),
  tool_choice: toolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  text: z.strictObject({ format: format.nullish(), verbosity: hint }).nullish(),
  max_output_tokens: count,
  temperature,
  top_p: topP,
  reasoning: z.strictObject({ effort, summary: hint, generate_summary: hint }).nullish(),
  user: z.string().max(512).nullish(),
  metadata,
  prompt_cache_key: sessionKey,
  background: z.literal(false, { error: 'Responses are not made in the background.' }).nullish(),
  truncation: z.literal('disabled', { error: 'Only "disabled" is supported.' }).nullish(),
  top_logprobs: z.literal(0, { error: 'Log probabilities are not supported.' }).nullish(),
  previous_response_id: unsupported('responses are not kept; send the whole conversation.'),
  conversation: unsupported('responses are not kept; send the whole conversation.'),
  prompt: unsupported('there are no stored prompts.'),
  context_management: unsupported('shorten the input.'),
  moderation: unsupported('there is no moderation on request.'),
  image: unsupported('answers are texts.'),
  // Its values concern tools and reasoning that are not supported here.
  include: hint,
  // It limits calls of tools that the service itself carries out; there are none.
  max_tool_calls: hint,
  stream_options: hint,
  store: hint,
  service_tier: hint,
  safety_identifier: hint,
  prompt_cache_retention: hint,
  prompt_cache_options: hint,
});

export type ResponsesBody = z.infer<typeof responsesBody>;

export const requestFromResponses = (body: ResponsesBody): ChatRequest => {
  const instructions: ChatMessage[] = body.instructions ? [{ role: 'system', content: body.instructions }] : [];
  const items = typeof body.input === 'string' ? [{ role: 'user' as const, content: body.input }] : body.input;
  checkCount(items);
  const tools = (body.tools ?? []).map(offerOf);
  if (tools.length === 0 && demands(body.tool_choice)) throw noTools('tool_choice');
  const session = sessionOf(body);
  return {
    model: body.model,
    stream: body.stream === true,
    ...(session !== undefined && { session }),
    call: {
      messages: [...instructions, ...messagesOf(items)],
      ...(tools.length > 0 && { tools }),
      ...definedOnly({
        toolChoice:
          typeof body.tool_choice === 'object' ? body.tool_choice && named(body.tool_choice) : body.tool_choice,
        parallelCalls: body.parallel_tool_calls,
        responseFormat: formatOf(body.text?.format),
        maxTokens: body.max_output_tokens,
        temperature: body.temperature,
        topP: body.top_p,
        reasoningEffort: body.reasoning?.effort,
        user: body.user,
      }),
    },
  };
};

const named = ({ name }: { name: string }): { name: string } => ({ name });

const formatOf = (wanted: z.infer<typeof format> | null | undefined): ResponseFormat | undefined => {
  if (!wanted || wanted.type === 'text') return undefined;
  if (wanted.type === 'json_object') return 'json';
  return { name: wanted.name, schema: wanted.schema, strict: wanted.strict ?? false };
};
