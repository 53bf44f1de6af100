import type { OpenAI } from 'openai';
import { Defect } from '../../../core/errors.ts';
import type { ChatMessage, ModelCall, ResponseFormat, ToolRequest } from '../../call/model-call.ts';
import { wellFormedJson } from '../../http/json-body.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import { endUser } from '../end-user.ts';
import { callIdFor } from './call-id.ts';
import { descriptionFor } from './description-length.ts';
import { lengthFieldFor, type Target } from './length-field.ts';
import { contentOf } from './parts.ts';
import { thoughtFields } from './sent-thoughts.ts';

/** A call as a request to OpenAI's chat completions. */
export const chatRequest = (
  call: ModelCall,
  model: string,
  provider: Endpoint,
): OpenAI.ChatCompletionCreateParamsStreaming => ({
  model,
  messages: withoutMarks(call.messages).map((message) => messageOf(message, { provider, model })),
  stream: true,
  stream_options: { include_usage: true },
  ...toolsOf(call, { provider, model }),
  ...(call.responseFormat && { response_format: formatOf(call.responseFormat) }),
  ...(call.maxTokens !== undefined && { [lengthFieldFor(call, { provider, model })]: call.maxTokens }),
  ...samplingOf(call),
  ...(call.user !== undefined && { user: endUser(call.user) }),
});

/** A prompt that was divided for another API's cache is whole again. */
const withoutMarks = (messages: ChatMessage[]): ChatMessage[] =>
  messages.reduce<ChatMessage[]>((all, message) => {
    const last = all.at(-1);
    const continues = message.role === 'system' && last?.role === 'system' && last.cache !== undefined;
    if (continues) all[all.length - 1] = { ...message, content: `${last.content}\n${message.content}` };
    else all.push(message);
    return all;
  }, []);

const messageOf = (
  message: ChatMessage,
  target: { provider: Endpoint; model: string },
): OpenAI.ChatCompletionMessageParam => {
  if (message.role === 'tool')
    return { role: 'tool', tool_call_id: callIdFor(message.callId, target.provider), content: message.content };
  if (message.role === 'user') return { role: 'user', content: contentOf(message.content) };
  if (message.role === 'system') return { role: message.role, content: message.content };
  const thoughts = thoughtFields(message.reasoning, target);
  if (!message.calls?.length) return { role: message.role, content: message.content, ...thoughts };
  // Providers refuse an empty text beside calls, but all of them understand null.
  const content = message.content || null;
  return {
    role: 'assistant',
    content,
    ...thoughts,
    tool_calls: message.calls.map((call) => toolCallOf(call, target.provider)),
  };
};

const formatOf = (format: ResponseFormat): NonNullable<OpenAI.ChatCompletionCreateParams['response_format']> =>
  format === 'json' ? { type: 'json_object' } : { type: 'json_schema', json_schema: { strict: true, ...format } };

const samplingOf = (call: ModelCall) => ({
  ...(call.temperature !== undefined && { temperature: call.temperature }),
  ...(call.topP !== undefined && { top_p: call.topP }),
  ...(call.stop && { stop: call.stop }),
  ...(call.seed !== undefined && { seed: call.seed }),
  ...(call.frequencyPenalty !== undefined && { frequency_penalty: call.frequencyPenalty }),
  ...(call.presencePenalty !== undefined && { presence_penalty: call.presencePenalty }),
  ...(call.reasoningEffort !== undefined && {
    reasoning_effort: call.reasoningEffort as NonNullable<OpenAI.ReasoningEffort>,
  }),
});

const toolCallOf = (
  { id, name, arguments: given }: ToolRequest,
  provider: Endpoint,
): OpenAI.ChatCompletionMessageFunctionToolCall => ({
  id: callIdFor(id, provider),
  type: 'function',
  // JSON within JSON: some servers read it.
  function: { name, arguments: wellFormedJson(given) },
});

const toolsOf = (
  { tools = [], toolChoice, parallelCalls }: ModelCall,
  target: Target,
): Pick<OpenAI.ChatCompletionCreateParams, 'tools' | 'tool_choice' | 'parallel_tool_calls'> => {
  if (tools.length === 0) {
    if (toolChoice === undefined || toolChoice === 'auto' || toolChoice === 'none') return {};
    throw new Defect('A tool call is demanded, but no tool is offered.');
  }
  return {
    tools: tools.map(({ cache: _, ...tool }) => ({
      type: 'function',
      function: { ...tool, description: descriptionFor(tool.description, target) },
    })),
    ...(parallelCalls !== undefined && { parallel_tool_calls: parallelCalls }),
    ...(toolChoice !== undefined && { tool_choice: typeof toolChoice === 'string' ? toolChoice : named(toolChoice) }),
  };
};

const named = ({ name }: { name: string }): OpenAI.ChatCompletionNamedToolChoice => ({
  type: 'function',
  function: { name },
});
