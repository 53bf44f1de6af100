import { z } from 'zod';
import { ApiError, unsupported } from './api-error.ts';

const textPart = z.object({ type: z.literal('text'), text: z.string() });
const content = z.union([z.string(), z.array(textPart)]).nullish();
const toolCall = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
});
const message = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content,
  tool_calls: z.array(toolCall).nullish(),
  tool_call_id: z.string().nullish(),
});
const tool = z.object({
  type: z.literal('function'),
  function: z.object({
    name: z.string(),
    description: z.string().nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
  }),
});
const toolChoice = z.union([
  z.enum(['none', 'auto', 'required']),
  z.object({ type: z.literal('function'), function: z.object({ name: z.string() }) }),
]);
const responseFormat = z.union([
  z.object({ type: z.enum(['text', 'json_object']) }),
  z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({ name: z.string(), schema: z.record(z.string(), z.unknown()) }),
  }),
]);

const chatRequest = z.object({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: toolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  response_format: responseFormat.nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  stop: z.union([z.string(), z.array(z.string())]).nullish(),
});

export type ChatRequest = z.infer<typeof chatRequest>;
export type Message = z.infer<typeof message>;
export type Tool = z.infer<typeof tool>;

/** Settings without an effect on an answer made by rules: it is the same at any temperature, for any user. */
const indifferent = [
  'temperature',
  'top_p',
  'seed',
  'frequency_penalty',
  'presence_penalty',
  'user',
  'metadata',
  'store',
  'prompt_cache_key',
  'prompt_cache_retention',
  'safety_identifier',
  'service_tier',
  'reasoning_effort',
  'verbosity',
];

export function parseChatRequest(body: unknown): ChatRequest {
  if (typeof body === 'object' && body !== null) refuseUnknown(body as Record<string, unknown>);
  const parsed = chatRequest.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const param = issue?.path.join('.') ?? '';
  throw new ApiError(400, `Invalid value for '${param}': ${issue?.message}`, param, 'invalid_value');
}

function refuseUnknown(body: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(body)) {
    if (value === null || name in chatRequest.shape || indifferent.includes(name)) continue;
    if (name === 'n' && value === 1) continue;
    if (name === 'logprobs' && value === false) continue;
    throw unsupported(name);
  }
}

/** The text of a message, whichever way it is written. */
export function textOf({ content }: Message): string {
  return typeof content === 'string' ? content : (content ?? []).map(({ text }) => text).join('\n');
}
