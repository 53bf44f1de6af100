import * as z from 'zod';
import { detail, hint, pictureUrl, toolName } from '../fields.ts';
import { reasoningItem } from '../reasoning.ts';

/* The items of a response's `input`. Fields that are not listed are dropped, and named in the answer's headers. */

const text = z.object({ type: z.literal('input_text'), text: z.string() });
const picture = z.object({
  type: z.literal('input_image'),
  image_url: z.string({ error: 'An image must be given by its image_url: files are not kept.' }).pipe(pictureUrl),
  detail,
});

const part = z.discriminatedUnion('type', [
  text,
  picture,
  z.object({ type: z.literal('output_text'), text: z.string(), annotations: hint, logprobs: hint, parsed: hint }),
  z.object({ type: z.literal('refusal'), refusal: z.string() }),
]);
export type Part = z.infer<typeof part>;

const message = z.object({
  type: z.literal('message').optional(),
  role: z.enum(['system', 'developer', 'user', 'assistant']),
  content: z.union([z.string(), z.array(part)]),
  id: hint,
  status: hint,
  phase: hint,
});
export type MessageItem = z.infer<typeof message>;

const call = z.object({
  type: z.literal('function_call'),
  call_id: z.string().min(1).max(256),
  name: toolName,
  arguments: z.string(),
  id: hint,
  status: hint,
  parsed_arguments: hint,
});
export type CallItem = z.infer<typeof call>;

const output = z.object({
  type: z.literal('function_call_output'),
  call_id: z.string().min(1).max(256),
  output: z.union([z.string(), z.array(z.discriminatedUnion('type', [text, picture]))]),
  id: hint,
  status: hint,
});
export type OutputItem = z.infer<typeof output>;

/** An item of an earlier answer, by the id it had there. */
const reference = z.object({ type: z.literal('item_reference').nullish(), id: z.string().min(1).max(128) });
export type Reference = z.infer<typeof reference>;

/** An item that says what it is, and one that refers to such an item. */
export const knownItem = z.union([message, call, output, reasoningItem]);
export type KnownItem = z.infer<typeof knownItem>;

export const inputItem = z.union([message, call, output, reasoningItem, reference], {
  error:
    'An item is a message (of parts input_text, output_text, refusal, input_image with an image_url), a function_call, a function_call_output, a reasoning or an item_reference.',
});
export type InputItem = z.infer<typeof inputItem>;

export const isReference = (item: InputItem): item is Reference =>
  item.type === 'item_reference' || !('role' in item || 'call_id' in item || item.type === 'reasoning');
