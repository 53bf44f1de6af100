import * as z from 'zod';
import type { ChatMessage, ModelCall, ResponseFormat } from '../../gateway/index.ts';
import { type ChatRequest, definedOnly } from '../completion.ts';
import {
  count,
  effort,
  effortOf,
  hint,
  jsonFormat,
  jsonSchema,
  kindsOrFault,
  metadata,
  sessionKey,
  sessionOf,
  temperature,
  textFormat,
  toolName,
  topP,
  unsupported,
} from '../fields.ts';
import { checkCount } from '../limits.ts';
import { checkChoice } from '../tools.ts';
import { inputItem } from './responses-items.ts';
import { offersOf, responsesTools } from './responses-tools.ts';

const toolChoice = z.union(
  [z.enum(['none', 'auto', 'required']), z.object({ type: z.literal('function'), name: toolName })],
  { error: 'The choice must be "none", "auto", "required" or {"type": "function", "name"}.' },
);

const format = z.discriminatedUnion(
  'type',
  [
    textFormat,
    jsonFormat,
    z.object({
      type: z.literal('json_schema'),
      name: toolName,
      description: hint,
      schema: jsonSchema,
      strict: z.boolean().nullish(),
    }),
  ],
  { error: 'The type must be "text", "json_object" or "json_schema".' },
);

/**
 * `POST /v1/responses`. What would make it another answer is refused by name; hints, and fields not listed here, are taken
 * and have no effect.
 */
export const responsesBody = z
  .object({
    model: z.string().min(1).max(200),
    input: z.union(
      [z.string(), z.array(inputItem).min(1)],
      kindsOrFault(
        'The input must be a text or a list of items: messages (of parts input_text, output_text, refusal, input_image with an image_url and input_file with file_data or file_url), function_call, function_call_output, reasoning and item_reference.',
      ),
    ),
    instructions: z.string().nullish(),
    stream: z.boolean().nullish(),
    tools: responsesTools,
    tool_choice: toolChoice.nullish(),
    parallel_tool_calls: z.boolean().nullish(),
    text: z.object({ format: format.nullish(), verbosity: hint }).nullish(),
    max_output_tokens: count,
    temperature,
    top_p: topP,
    reasoning: z.object({ effort, summary: hint, generate_summary: hint }).nullish(),
    user: z.string().max(512).nullish(),
    metadata,
    prompt_cache_key: sessionKey,
    background: z.literal(false, { error: 'Responses are not made in the background.' }).nullish(),
    // A conversation that is too long is refused either way: which part of it may go is the client's choice.
    truncation: z.enum(['auto', 'disabled']).nullish(),
    top_logprobs: z.literal(0, { error: 'Log probabilities are not supported.' }).nullish(),
    previous_response_id: z.string().min(1).max(128).nullish(),
    conversation: unsupported('conversations are not kept; name the previous response.'),
    prompt: unsupported('there are no stored prompts.'),
    moderation: unsupported('there is no moderation on request.'),
    image: unsupported('answers are texts.'),
    // Its values concern tools and reasoning that are not supported here.
    include: hint,
    client_metadata: hint,
    context_management: hint,
    // It limits calls of tools that the service itself carries out; there are none.
    max_tool_calls: hint,
    stream_options: hint,
    store: z.boolean().nullish(),
    service_tier: hint,
    safety_identifier: hint,
    prompt_cache_retention: hint,
    prompt_cache_options: hint,
  })
  .meta({ id: 'ResponseRequest' });

export type ResponsesBody = z.infer<typeof responsesBody>;

/** `conversation`: all that came before, and the request's own input. */
export const requestFromResponses = (body: ResponsesBody, conversation: ChatMessage[]): ChatRequest => {
  const instructions: ChatMessage[] = body.instructions ? [{ role: 'system', content: body.instructions }] : [];
  checkCount(conversation);
  const { tools, ignored } = offersOf(body.tools);
  checkChoice(choiceOf(body.tool_choice), tools);
  const session = sessionOf(body);
  return {
    model: body.model,
    stream: body.stream === true,
    ignored,
    ...(session !== undefined && { session }),
    call: {
      messages: [...instructions, ...conversation],
      ...(tools.length > 0 && { tools }),
      ...definedOnly({
        toolChoice: choiceOf(body.tool_choice),
        parallelCalls: body.parallel_tool_calls,
        responseFormat: formatOf(body.text?.format),
        maxTokens: body.max_output_tokens,
        temperature: body.temperature,
        topP: body.top_p,
        reasoningEffort: effortOf(body.reasoning?.effort),
        user: body.user,
      }),
    },
  };
};

const choiceOf = (choice: ResponsesBody['tool_choice']): ModelCall['toolChoice'] =>
  typeof choice === 'object' && choice ? { name: choice.name } : (choice ?? undefined);

const formatOf = (wanted: z.infer<typeof format> | null | undefined): ResponseFormat | undefined => {
  if (!wanted || wanted.type === 'text') return undefined;
  if (wanted.type === 'json_object') return 'json';
  return { name: wanted.name, schema: wanted.schema, strict: wanted.strict ?? false };
};
