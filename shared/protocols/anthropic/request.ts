import * as z from 'zod';
import type { ChatMessage, ModelCall } from '../../gateway/index.ts';
import { type ChatRequest, definedOnly } from '../completion.ts';
import { hint, jsonSchema, sessionKey, toolName, topP, unsupported } from '../fields.ts';
import { checkCount, MAX_TOOLS } from '../limits.ts';
import { noTools, offerOf } from '../tools.ts';
import { assistantContent, fromAssistant, fromUser, textBlock, textOfBlocks, userContent } from './content.ts';

const message = z.discriminatedUnion(
  'role',
  [
    z.strictObject({ role: z.literal('user'), content: userContent }),
    z.strictObject({ role: z.literal('assistant'), content: assistantContent }),
    z.strictObject({ role: z.literal('system'), content: z.union([z.string(), z.array(textBlock)]) }),
  ],
  { error: 'The role must be "user", "assistant" or "system".' },
);

const tool = z.strictObject({
  type: z.literal('custom', { error: 'Only custom tools are supported.' }).nullish(),
  name: toolName,
  description: z.string().nullish(),
  input_schema: jsonSchema,
  strict: z.boolean().nullish(),
  cache_control: hint,
  eager_input_streaming: hint,
  input_examples: hint,
});

const parallel = { disable_parallel_tool_use: z.boolean().nullish() };
const toolChoice = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('auto'), ...parallel }),
  z.strictObject({ type: z.literal('any'), ...parallel }),
  z.strictObject({ type: z.literal('tool'), name: toolName, ...parallel }),
  z.strictObject({ type: z.literal('none') }),
]);

const schemaFormat = z.strictObject({ type: z.literal('json_schema'), schema: jsonSchema, name: hint });

const shared = {
  model: z.string().min(1).max(200),
  messages: z.array(message).min(1),
  system: z.union([z.string(), z.array(textBlock)], { error: 'Must be a text or a list of text blocks.' }).nullish(),
  tools: z.array(tool).max(MAX_TOOLS).nullish(),
  tool_choice: toolChoice.nullish(),
  thinking: z
    .strictObject({
      type: z.enum(['disabled', 'adaptive'], { error: 'Only "disabled" and "adaptive": thoughts are not returned.' }),
      display: hint,
    })
    .nullish(),
  output_config: z
    .strictObject({
      format: schemaFormat.nullish(),
      effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).nullish(),
    })
    .nullish(),
  cache_control: hint,
};

/** `POST /v1/messages`. Fields not listed here are refused; hints are accepted and have no effect. */
export const messagesBody = z.strictObject({
  ...shared,
  max_tokens: z.int().min(1),
  stream: z.boolean().nullish(),
  stop_sequences: z.array(z.string().min(1)).max(4, 'At most four stop sequences.').nullish(),
  temperature: z.number().min(0).max(1).nullish(),
  top_p: topP,
  metadata: z.strictObject({ user_id: z.string().max(512).nullish(), session_id: sessionKey }).nullish(),
  top_k: unsupported('use top_p.'),
  container: unsupported('there are no containers.'),
  mcp_servers: unsupported('give the tools themselves, or ask an agent that has them.'),
  context_management: unsupported('shorten the messages.'),
  service_tier: hint,
  inference_geo: hint,
  speed: hint,
  diagnostics: hint,
  user_profile_id: hint,
  workspace_id: hint,
});
export type MessagesBody = z.infer<typeof messagesBody>;

/** `POST /v1/messages/count_tokens`. */
export const countBody = z.strictObject(shared);
export type CountBody = z.infer<typeof countBody>;

/** The messages and tools of a prompt. */
export const promptOf = (body: CountBody): Pick<ModelCall, 'messages' | 'tools'> => {
  checkCount(body.messages);
  const system: ChatMessage[] = body.system ? [{ role: 'system', content: textOfBlocks(body.system) }] : [];
  const tools = (body.tools ?? []).map(({ input_schema, ...tool }) => offerOf({ ...tool, parameters: input_schema }));
  return { messages: [...system, ...body.messages.flatMap(messagesOf)], ...(tools.length > 0 && { tools }) };
};

export const requestFromMessages = (body: MessagesBody): ChatRequest => {
  const prompt = promptOf(body);
  const { tool_choice: choice, metadata } = body;
  if (!prompt.tools && (choice?.type === 'any' || choice?.type === 'tool')) throw noTools('tool_choice');
  const alone = choice && choice.type !== 'none' ? choice.disable_parallel_tool_use : undefined;
  const format = body.output_config?.format;
  return {
    model: body.model,
    stream: body.stream === true,
    ...(metadata?.session_id && { session: metadata.session_id }),
    call: {
      ...prompt,
      ...definedOnly({
        toolChoice: choiceOf(choice),
        parallelCalls: alone ? false : undefined,
        responseFormat: format ? { name: 'answer', schema: format.schema } : undefined,
        maxTokens: body.max_tokens,
        temperature: body.temperature,
        topP: body.top_p,
        stop: body.stop_sequences?.length ? body.stop_sequences : undefined,
        reasoningEffort: effortOf(body.output_config?.effort),
        user: metadata?.user_id,
      }),
    },
  };
};

const messagesOf = (one: z.infer<typeof message>): ChatMessage[] => {
  if (one.role === 'user') return fromUser(one.content);
  if (one.role === 'assistant') return fromAssistant(one.content);
  return [{ role: 'system', content: textOfBlocks(one.content) }];
};

const choiceOf = (choice: MessagesBody['tool_choice']): ModelCall['toolChoice'] => {
  if (!choice) return undefined;
  if (choice.type === 'tool') return { name: choice.name };
  return choice.type === 'any' ? 'required' : choice.type;
};

/** OpenAI's highest effort is called `xhigh`. */
const effortOf = (effort: 'low' | 'medium' | 'high' | 'xhigh' | 'max' | null | undefined): string | undefined =>
  effort === 'max' ? 'xhigh' : (effort ?? undefined);
