import { randomUUID } from 'node:crypto';
import type { Finish, ToolRequest, Usage } from '../../gateway/index.ts';
import type { Completion } from '../completion.ts';
import type { Head } from './chat-answer.ts';
import type { ResponsesBody } from './responses-request.ts';

export type Item =
  | { id: string; type: 'message'; role: 'assistant'; status: string; content: object[] }
  | { id: string; type: 'function_call'; status: string; call_id: string; name: string; arguments: string };

export const itemId = (kind: 'msg' | 'fc'): string => `${kind}_${randomUUID().replaceAll('-', '')}`;

export const textPart = (text: string) => ({ type: 'output_text', text, annotations: [], logprobs: [] });

export const messageItem = (id: string, text: string, status: string): Item => ({
  id,
  type: 'message',
  role: 'assistant',
  status,
  content: status === 'in_progress' ? [] : [textPart(text)],
});

export const callItem = (id: string, { id: callId, name, arguments: given }: ToolRequest, status: string): Item => ({
  id,
  type: 'function_call',
  status,
  call_id: callId,
  name,
  arguments: status === 'in_progress' ? '' : given,
});

/** An answer that was cut short by its length or by a filter is incomplete. */
export const isIncomplete = (finish: Finish): boolean => finish === 'length' || finish === 'content_filter';

const usageOf = ({ promptTokens, completionTokens }: Usage) => ({
  input_tokens: promptTokens,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: completionTokens,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: promptTokens + completionTokens,
});

type Outcome = { output: Item[]; end?: { finish: Finish; usage: Usage; at: number } };

/** The `response` object, as it begins and as it ends; it repeats what was asked for. */
export const responseObject = ({ id, created, model }: Head, body: ResponsesBody, { output, end }: Outcome) => ({
  id,
  object: 'response' as const,
  created_at: created,
  completed_at: end && !isIncomplete(end.finish) ? end.at : null,
  status: end ? (isIncomplete(end.finish) ? 'incomplete' : 'completed') : 'in_progress',
  background: false,
  error: null,
  incomplete_details:
    end && isIncomplete(end.finish)
      ? { reason: end.finish === 'length' ? 'max_output_tokens' : 'content_filter' }
      : null,
  instructions: body.instructions ?? null,
  max_output_tokens: body.max_output_tokens ?? null,
  max_tool_calls: null,
  metadata: body.metadata ?? {},
  model,
  output,
  parallel_tool_calls: body.parallel_tool_calls ?? true,
  previous_response_id: null,
  reasoning: { effort: body.reasoning?.effort ?? null, summary: null },
  store: false,
  temperature: body.temperature ?? null,
  text: { format: body.text?.format ?? { type: 'text' } },
  tool_choice: body.tool_choice ?? 'auto',
  tools: body.tools ?? [],
  top_p: body.top_p ?? null,
  truncation: 'disabled' as const,
  usage: end ? usageOf(end.usage) : null,
  user: body.user ?? null,
});

/** The whole answer as one object. `at` is now, in seconds. */
export const wholeResponse = (
  head: Head,
  body: ResponsesBody,
  { text, calls, finish, usage }: Completion,
  at: number,
) => {
  const status = isIncomplete(finish) ? 'incomplete' : 'completed';
  const output: Item[] = [
    ...(text !== '' || calls.length === 0 ? [messageItem(itemId('msg'), text, status)] : []),
    ...calls.map((call) => callItem(itemId('fc'), call, 'completed')),
  ];
  return responseObject(head, body, { output, end: { finish, usage, at } });
};
