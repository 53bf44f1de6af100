import { randomUUID } from 'node:crypto';
import type { Waiting } from '../../approvals/index.ts';
import type { Finish, Reasoning, ToolRequest, Usage } from '../../gateway/index.ts';
import { waitingFields } from '../agents/waiting.ts';
import type { Completion } from '../completion.ts';
import { sealedThoughts } from '../reasoning.ts';
import type { Head } from './chat-answer.ts';
import type { ResponsesBody } from './responses-request.ts';
import { type CalledFunction, functionsByName } from './responses-tools.ts';

export type Item =
  | { id: string; type: 'message'; role: 'assistant'; status: string; content: object[] }
  | { id: string; type: 'reasoning'; status: string; summary: object[]; encrypted_content?: string }
  | (CalledFunction & { id: string; type: 'function_call'; status: string; call_id: string; arguments: string });

export const itemId = (kind: 'msg' | 'fc' | 'rs'): string => `${kind}_${randomUUID().replaceAll('-', '')}`;

export const textPart = (text: string) => ({ type: 'output_text', text, annotations: [], logprobs: [] });

export const refusalPart = (refusal: string) => ({ type: 'refusal', refusal });

export type Said = 'text' | 'refusal';

export const partOf = (kind: Said, words: string): object => (kind === 'text' ? textPart(words) : refusalPart(words));

export const messageItem = (id: string, content: object[], status: string): Item => ({
  id,
  type: 'message',
  role: 'assistant',
  status,
  content,
});

export const summaryPart = (text: string) => ({ type: 'summary_text', text });

/** `encrypted_content` is what the model needs of its thoughts in the next request; clients send it back as it is. */
export const reasoningItem = (id: string, { text, native = [] }: Reasoning, status: string): Item => ({
  id,
  type: 'reasoning',
  status,
  summary: text === '' ? [] : [summaryPart(text)],
  ...(native.length > 0 && { encrypted_content: sealedThoughts(native) }),
});

/** `called`: the function by the name that the client gave it, where that is another than the model's. */
export const callItem = (
  id: string,
  { id: callId, name, arguments: given }: ToolRequest,
  { status, called = { name } }: { status: string; called?: CalledFunction | undefined },
): Item => ({
  id,
  type: 'function_call',
  status,
  call_id: callId,
  ...called,
  arguments: status === 'in_progress' ? '' : given,
});

/** An answer that was cut short by its length or by a filter is incomplete. A refusal in words is not. */
export const isIncomplete = (finish: Finish, hasRefused = false): boolean =>
  finish === 'length' || (finish === 'content_filter' && !hasRefused);

export const usageOf = ({
  promptTokens,
  cacheReadTokens = 0,
  cacheWriteTokens,
  completionTokens,
  reasoningTokens = 0,
}: Usage) => ({
  input_tokens: promptTokens,
  input_tokens_details: {
    cached_tokens: cacheReadTokens,
    ...(cacheWriteTokens !== undefined && { cache_write_tokens: cacheWriteTokens }),
  },
  output_tokens: completionTokens,
  output_tokens_details: { reasoning_tokens: reasoningTokens },
  total_tokens: promptTokens + completionTokens,
});

type End = { finish: Finish; hasRefused: boolean; usage: Usage; at: number };
/** `waiting`: the answer ends before its run does. A stream then has to end too, and only as incomplete. */
type Outcome = { output: Item[]; end?: End; waiting?: Waiting | undefined; isStreamed?: boolean };

type Standing = { status: string; completed_at: number | null; incomplete_details: { reason: string } | null };

const standingOf = ({ end, waiting, isStreamed }: Outcome): Standing => {
  const open = { completed_at: null, incomplete_details: null };
  if (waiting && isStreamed) return { ...open, status: 'incomplete', incomplete_details: { reason: 'approval' } };
  if (waiting || !end) return { ...open, status: 'in_progress' };
  if (!isIncomplete(end.finish, end.hasRefused)) return { ...open, status: 'completed', completed_at: end.at };
  const reason = end.finish === 'length' ? 'max_output_tokens' : 'content_filter';
  return { ...open, status: 'incomplete', incomplete_details: { reason } };
};

/** The `response` object, as it begins and as it ends; it repeats what was asked for. */
export const responseObject = ({ id, created, model }: Head, body: ResponsesBody, outcome: Outcome) => ({
  id,
  object: 'response' as const,
  created_at: created,
  ...standingOf(outcome),
  background: false,
  error: null as { code: string; message: string; type: string } | null,
  instructions: body.instructions ?? null,
  max_output_tokens: body.max_output_tokens ?? null,
  max_tool_calls: null,
  metadata: body.metadata ?? {},
  model,
  output: outcome.output,
  parallel_tool_calls: body.parallel_tool_calls ?? true,
  previous_response_id: body.previous_response_id ?? null,
  reasoning: { effort: body.reasoning?.effort ?? null, summary: null },
  store: body.store !== false,
  temperature: body.temperature ?? null,
  text: { format: body.text?.format ?? { type: 'text' } },
  tool_choice: body.tool_choice ?? 'auto',
  tools: body.tools ?? [],
  top_p: body.top_p ?? null,
  truncation: 'disabled' as const,
  usage: outcome.end ? usageOf(outcome.end.usage) : null,
  user: body.user ?? null,
  ...waitingFields(outcome.waiting),
});

export type PublicResponse = ReturnType<typeof responseObject>;

/** The whole answer as one object. `at` is now, in seconds. */
export const wholeResponse = (
  head: Head,
  body: ResponsesBody,
  { text, refusal = '', reasoning, calls, finish, usage, waiting }: Completion,
  at: number,
) => {
  const hasRefused = refusal !== '';
  const status = isIncomplete(finish, hasRefused) ? 'incomplete' : 'completed';
  const content = [
    ...(text !== '' || (calls.length === 0 && !hasRefused) ? [textPart(text)] : []),
    ...(hasRefused ? [refusalPart(refusal)] : []),
  ];
  const functions = functionsByName(body.tools);
  const output: Item[] = [
    ...(reasoning ? [reasoningItem(itemId('rs'), reasoning, 'completed')] : []),
    ...(content.length > 0 ? [messageItem(itemId('msg'), content, status)] : []),
    ...calls.map((call) => callItem(itemId('fc'), call, { status: 'completed', called: functions.get(call.name) })),
  ];
  return responseObject(head, body, { output, end: { finish, hasRefused, usage, at }, waiting });
};
