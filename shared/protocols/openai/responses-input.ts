import * as z from 'zod';
import type { ChatMessage, ContentPart, ToolRequest } from '../../gateway/index.ts';
import { plain } from '../content.ts';
import { detail, hint, pictureUrl, toolName } from '../fields.ts';

const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('input_text'), text: z.string() }),
  z.strictObject({
    type: z.literal('output_text'),
    text: z.string(),
    annotations: hint,
    logprobs: hint,
    parsed: hint,
  }),
  z.strictObject({ type: z.literal('refusal'), refusal: z.string() }),
  z.strictObject({ type: z.literal('input_image'), image_url: pictureUrl, detail }),
]);
type Part = z.infer<typeof part>;

const message = z.strictObject({
  type: z.literal('message').optional(),
  role: z.enum(['system', 'developer', 'user', 'assistant']),
  content: z.union([z.string(), z.array(part)]),
  id: hint,
  status: hint,
  phase: hint,
});

const call = z.strictObject({
  type: z.literal('function_call'),
  call_id: z.string().min(1).max(256),
  name: toolName,
  arguments: z.string(),
  id: hint,
  status: hint,
  parsed_arguments: hint,
});

const output = z.strictObject({
  type: z.literal('function_call_output'),
  call_id: z.string().min(1).max(256),
  output: z.union([z.string(), z.array(z.strictObject({ type: z.literal('input_text'), text: z.string() }))]),
  id: hint,
  status: hint,
});

/** One item of a response's `input`. Items the service would have to have kept (references, reasoning) are refused. */
export const inputItem = z.union([message, call, output], {
  error:
    'An item is a message (of parts input_text, output_text, refusal, input_image with an image_url), a function_call or a function_call_output.',
});
type Item = z.infer<typeof inputItem>;

/** Calls are items of their own here; elsewhere they belong to what the assistant said before them. */
export const messagesOf = (items: Item[]): ChatMessage[] => {
  const messages: ChatMessage[] = [];
  for (const item of items) {
    if (item.type === 'function_call') addCall(messages, item);
    else if (item.type === 'function_call_output') messages.push(resultOf(item));
    else messages.push(messageOf(item));
  }
  return messages;
};

const addCall = (messages: ChatMessage[], { call_id, name, arguments: given }: Extract<Item, { name: string }>) => {
  const request: ToolRequest = { id: call_id, name, arguments: given };
  const last = messages.at(-1);
  if (last?.role === 'assistant') last.calls = [...(last.calls ?? []), request];
  else messages.push({ role: 'assistant', content: '', calls: [request] });
};

const resultOf = ({ call_id, output: given }: z.infer<typeof output>): ChatMessage => ({
  role: 'tool',
  callId: call_id,
  content: typeof given === 'string' ? given : given.map(({ text }) => text).join('\n'),
});

const messageOf = ({ role, content }: z.infer<typeof message>): ChatMessage => {
  if (role === 'user') return { role, content: typeof content === 'string' ? content : plain(content.map(partOf)) };
  const text = typeof content === 'string' ? content : content.map(wordsOf).join(role === 'assistant' ? '' : '\n');
  return { role: role === 'assistant' ? 'assistant' : 'system', content: text };
};

const partOf = (one: Part): ContentPart =>
  one.type === 'input_image'
    ? { type: 'image', url: one.image_url, ...(one.detail && { detail: one.detail }) }
    : { type: 'text', text: wordsOf(one) };

const wordsOf = (one: Part): string => {
  if (one.type === 'refusal') return one.refusal;
  return one.type === 'input_image' ? '' : one.text;
};
