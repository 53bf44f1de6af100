import * as z from 'zod';
import type { ChatMessage, ModelCall } from '../../gateway/index.ts';
import { type ChatRequest, definedOnly } from '../completion.ts';
import { effort, effortOf, hint, jsonSchema, sessionKey, topP, unsupported } from '../fields.ts';
import { checkCount, MAX_TOOLS } from '../limits.ts';
import { checkChoice, foreignTool, offerOf, ownTools } from '../tools.ts';
import { assistantContent, textBlock, textOfBlocks, userContent } from './blocks.ts';
import { cacheOf, cacheOfAll } from './cache-control.ts';
import { fromAssistant, fromUser } from './content.ts';
import { choiceOf, customTool, thinking, thinkingOf, toolChoice } from './settings.ts';
import { refuseThread } from './thread.ts';

const message = z
  .discriminatedUnion(
    'role',
    [
      z.object({ role: z.literal('user'), content: userContent }),
      z.object({ role: z.literal('assistant'), content: assistantContent }),
      z.object({
        role: z.literal('system'),
        content: z.union([z.string(), z.array(textBlock)]),
        // Claude Code repeats here what the request says anyway.
        output_config: hint,
      }),
    ],
    { error: 'The role must be "user", "assistant" or "system".' },
  )
  .meta({ id: 'AnthropicInputMessage' });

const schemaFormat = z
  .object({ type: z.literal('json_schema'), schema: jsonSchema, name: hint })
  .meta({ id: 'AnthropicOutputFormat' });

const shared = {
  model: z.string().min(1).max(200),
  messages: z.array(message).min(1),
  system: z.union([z.string(), z.array(textBlock)], { error: 'Must be a text or a list of text blocks.' }).nullish(),
  tools: z
    .array(z.union([customTool, foreignTool('custom')]))
    .max(MAX_TOOLS)
    .nullish(),
  tool_choice: toolChoice.nullish(),
  thinking,
  output_config: z
    .object({
      format: schemaFormat.nullish(),
      effort,
    })
    .meta({ id: 'AnthropicOutputConfig' })
    .nullish(),
  cache_control: hint,
  // Which parts of a conversation that grows too long may go: here it is refused once it is too long.
  context_management: hint,
  // Refused later, with the error that Claude Code understands.
  thread: z.unknown().optional().meta({ type: 'null' }),
};

/** Anthropic documents no limit. */
const MAX_STOP_SEQUENCES = 64;

/**
 * `POST /v1/messages`. What would make it another answer is refused by name; hints, and fields not listed here, are taken and
 * have no effect.
 */
export const messagesBody = z
  .object({
    ...shared,
    max_tokens: z.int().min(1),
    stream: z.boolean().nullish(),
    stop_sequences: z
      .array(z.string().min(1))
      .max(MAX_STOP_SEQUENCES, `At most ${MAX_STOP_SEQUENCES} stop sequences.`)
      .nullish(),
    temperature: z.number().min(0).max(1).nullish(),
    top_p: topP,
    metadata: z.object({ user_id: z.string().max(512).nullish(), session_id: sessionKey }).nullish(),
    top_k: z.int().min(0).nullish(),
    container: unsupported('there are no containers.'),
    mcp_servers: z
      .array(z.unknown())
      .max(0, 'This is not supported: give the tools themselves, or ask an agent that has them.')
      .nullish(),
    service_tier: hint,
    inference_geo: hint,
    speed: hint,
    diagnostics: hint,
    user_profile_id: hint,
    workspace_id: hint,
  })
  .meta({ id: 'AnthropicMessageRequest' });
export type MessagesBody = z.infer<typeof messagesBody>;

/** `POST /v1/messages/count_tokens`. */
export const countBody = z.object(shared).meta({ id: 'TokenCountRequest' });
export type CountBody = z.infer<typeof countBody>;

/** The messages and tools of a prompt, and the tools that were left out of it. */
export const promptOf = (body: CountBody): Pick<ModelCall, 'messages' | 'tools'> & { ignored: string[] } => {
  refuseThread(body.thread);
  checkCount(body.messages);
  const { own, ignored } = ownTools<z.infer<typeof customTool>>(body.tools, 'custom');
  const tools = own.map(({ input_schema, ...tool }) => ({
    ...offerOf({ ...tool, parameters: input_schema }),
    ...cacheOf(tool),
  }));
  checkChoice(choiceOf(body.tool_choice), tools);
  const messages = [...systemOf(body.system ?? ''), ...body.messages.flatMap(messagesOf)];
  // On the whole request it means its last message.
  const last = messages.at(-1);
  if (last) Object.assign(last, { ...cacheOf(body), ...(last.cache && { cache: last.cache }) });
  return { messages, ...(tools.length > 0 && { tools }), ignored };
};

export const requestFromMessages = (body: MessagesBody): ChatRequest => {
  const { ignored, ...prompt } = promptOf(body);
  const { tool_choice: choice, metadata } = body;
  const alone = choice && choice.type !== 'none' ? choice.disable_parallel_tool_use : undefined;
  const format = body.output_config?.format;
  return {
    model: body.model,
    stream: body.stream === true,
    ignored,
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
        topK: body.top_k,
        thinking: thinkingOf(body.thinking),
        stop: body.stop_sequences?.length ? body.stop_sequences : undefined,
        reasoningEffort: effortOf(body.output_config?.effort),
        user: metadata?.user_id,
      }),
    },
  };
};

/** One message, or as many as there are prefixes to be cached. */
const systemOf = (blocks: string | z.infer<typeof textBlock>[]): ChatMessage[] => {
  if (blocks.length === 0) return [];
  if (typeof blocks === 'string') return [{ role: 'system', content: blocks }];
  const end = blocks.findIndex(({ cache_control }) => cache_control) + 1 || blocks.length;
  const prefix = blocks.slice(0, end);
  return [{ role: 'system', content: textOfBlocks(prefix), ...cacheOfAll(prefix) }, ...systemOf(blocks.slice(end))];
};

const messagesOf = (one: z.infer<typeof message>): ChatMessage[] => {
  if (one.role === 'user') return fromUser(one.content);
  if (one.role === 'assistant') return fromAssistant(one.content);
  return [{ role: 'system', content: textOfBlocks(one.content), ...cacheOfAll(one.content) }];
};
