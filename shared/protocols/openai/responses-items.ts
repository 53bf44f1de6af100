import * as z from 'zod';
import { calledName, detail, hint, kindsOrFault, pictureUrl, refusalPart, toolName } from '../fields.ts';
import { documentUrl, fileData, fileName } from '../files.ts';
import { reasoningItem } from '../reasoning.ts';

/* The items of a response's `input`. Fields that are not listed are dropped, and named in the answer's headers. */

const text = z.object({ type: z.literal('input_text'), text: z.string() }).meta({ id: 'ResponseInputText' });
const picture = z
  .object({
    type: z.literal('input_image'),
    image_url: pictureUrl('An image must be given by its image_url: files are not kept.'),
    detail,
  })
  .meta({ id: 'ResponseInputImage' });

const NO_FILE = 'A file must be given by its file_data or its file_url: files are not kept, so none has a file_id.';
const file = z
  .object({
    type: z.literal('input_file'),
    file_data: fileData.nullish(),
    file_url: documentUrl.nullish(),
    filename: fileName,
    detail: hint,
  })
  .refine(({ file_data, file_url }) => Boolean(file_data) !== Boolean(file_url), NO_FILE)
  .meta({ id: 'ResponseInputFile' });

const part = z.discriminatedUnion('type', [
  text,
  picture,
  file,
  z.object({ type: z.literal('output_text'), text: z.string(), annotations: hint, logprobs: hint, parsed: hint }),
  refusalPart,
]);
export type Part = z.infer<typeof part>;

const message = z
  .object({
    type: z.literal('message').optional(),
    role: z.enum(['system', 'developer', 'user', 'assistant']),
    content: z.union(
      [z.string(), z.array(part)],
      kindsOrFault(
        'The content must be a text or a list of parts of the types input_text, output_text, refusal, input_image with an image_url, and input_file with file_data or file_url.',
      ),
    ),
    id: hint,
    status: hint,
    phase: hint,
  })
  .meta({ id: 'ResponseInputMessage' });
export type MessageItem = z.infer<typeof message>;

const call = z
  .object({
    type: z.literal('function_call'),
    call_id: z.string().min(1).max(256),
    name: calledName,
    namespace: toolName.nullish(),
    arguments: z.string(),
    id: hint,
    status: hint,
    parsed_arguments: hint,
  })
  .meta({ id: 'ResponseFunctionCall' });
export type CallItem = z.infer<typeof call>;

const output = z
  .object({
    type: z.literal('function_call_output'),
    call_id: z.string().min(1).max(256),
    output: z.union(
      [z.string(), z.array(z.discriminatedUnion('type', [text, picture, file]))],
      kindsOrFault(
        'The output must be a text or a list of parts of the types input_text, input_image with an image_url, and input_file with file_data or file_url.',
      ),
    ),
    id: hint,
    status: hint,
  })
  .meta({ id: 'ResponseFunctionCallOutput' });
export type OutputItem = z.infer<typeof output>;

/** An item of an earlier answer, by the id it had there. */
const reference = z.object({ type: z.literal('item_reference').nullish(), id: z.string().min(1).max(128) });
export type Reference = z.infer<typeof reference>;

/** An item that says what it is, and one that refers to such an item. */
export const knownItem = z.union([message, call, output, reasoningItem]);
export type KnownItem = z.infer<typeof knownItem>;

export const inputItem = z.union(
  [message, call, output, reasoningItem, reference],
  kindsOrFault(
    'An item is a message (of parts input_text, output_text, refusal, input_image with an image_url, input_file with file_data or file_url), a function_call, a function_call_output, a reasoning or an item_reference.',
  ),
);
export type InputItem = z.infer<typeof inputItem>;

export const isReference = (item: InputItem): item is Reference =>
  item.type === 'item_reference' || !('role' in item || 'call_id' in item || item.type === 'reasoning');
