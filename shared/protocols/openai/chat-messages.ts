import * as z from 'zod';
import type { ChatMessage, ContentPart } from '../../gateway/index.ts';
import { plain } from '../content.ts';
import { calledName, detail, hint, kindsOrFault, pictureUrl, refusalPart, unsupported } from '../fields.ts';
import { documentOfFile, fileData, fileName } from '../files.ts';
import { chatReasoning, reasoningOfChat } from '../reasoning.ts';

/** Fields that a schema here does not name are dropped, and named in the answer's headers. */
const textPart = z
  .object({ type: z.enum(['text', 'input_text', 'output_text']), text: z.string() })
  .meta({ id: 'ChatTextPart' });
const picture = z.object({
  type: z.literal('image_url'),
  image_url: z.object({ url: pictureUrl(), detail }),
});
const file = z.object({ type: z.literal('file'), file: z.object({ file_data: fileData, filename: fileName }) });
/** Mistral's models answer with them, and they mean nothing to others. */
const thoughts = z.object({ type: z.enum(['thinking', 'reasoning']) });

const TEXT = { error: 'The content must be a text or a list of parts of the type "text".' };
const text = z.union([z.string(), z.array(textPart)], TEXT);
const userContent = z.union(
  [z.string(), z.array(z.discriminatedUnion('type', [textPart, picture, file]))],
  kindsOrFault(
    'The content must be a text or a list of parts of the types "text", "image_url", with an https: or a data:image/…;base64 URL, and "file", with file_data.',
  ),
);

const toolCall = z
  .object({
    id: z.string().min(1).max(256),
    type: z.literal('function', { error: 'Only function calls are supported.' }).nullish(),
    // The official client's helper adds the parsed arguments. A place among the calls is in every streamed answer.
    function: z.object({ name: calledName, arguments: z.string(), parsed_arguments: hint }),
    index: hint,
  })
  .meta({ id: 'ChatToolCall' });

/** `name`, which distinguishes speakers of one role, is a hint that no provider acts on. */
export const chatMessage = z
  .discriminatedUnion(
    'role',
    [
      z.object({ role: z.enum(['system', 'developer']), content: text, name: hint }),
      z.object({ role: z.literal('user'), content: userContent, name: hint }),
      z.object({
        role: z.literal('assistant'),
        content: z
          .union([z.string(), z.array(z.discriminatedUnion('type', [textPart, refusalPart, thoughts]))], {
            error: 'The content must be a text or a list of parts of the types "text" and "refusal".',
          })
          .nullish(),
        refusal: z.string().nullish(),
        tool_calls: z.array(toolCall).nullish(),
        ...chatReasoning,
        name: hint,
        // The official client returns these with an answer, and applications send the message back as it came.
        annotations: hint,
        parsed: hint,
        audio: unsupported('answers are texts.'),
        function_call: unsupported('use tool_calls.'),
      }),
      z.object({
        role: z.literal('tool'),
        content: text.nullish(),
        tool_call_id: z.string().min(1).max(256),
        name: hint,
      }),
    ],
    { error: 'The role must be system, developer, user, assistant or tool.' },
  )
  .meta({ id: 'ChatMessage' });

type Message = z.infer<typeof chatMessage>;

export const fromChatMessage = (message: Message): ChatMessage => {
  switch (message.role) {
    case 'system':
    case 'developer':
      return { role: 'system', content: joined(message.content) };
    case 'user':
      return { role: 'user', content: simplest(message.content) };
    case 'tool':
      return { role: 'tool', callId: message.tool_call_id, content: joined(message.content ?? '') };
    case 'assistant': {
      const calls = (message.tool_calls ?? []).map(({ id, function: { name, arguments: given } }) => ({
        id,
        name,
        arguments: given,
      }));
      const content = spoken(message.content) || message.refusal || '';
      const reasoning = reasoningOfChat(message);
      return { role: 'assistant', content, ...(calls.length > 0 && { calls }), ...(reasoning && { reasoning }) };
    }
  }
};

const joined = (content: string | { text: string }[]): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('\n');

const spoken = (content: Extract<Message, { role: 'assistant' }>['content']): string =>
  typeof content === 'string' ? content : (content ?? []).map(wordsOf).join('');

const wordsOf = (part: { text: string } | { refusal: string } | { type: string }): string => {
  if ('text' in part) return part.text;
  return 'refusal' in part ? part.refusal : '';
};

const simplest = (content: Extract<Message, { role: 'user' }>['content']): string | ContentPart[] => {
  if (typeof content === 'string') return content;
  return plain(content.map(partOf));
};

const partOf = (part: Exclude<Extract<Message, { role: 'user' }>['content'], string>[number]): ContentPart => {
  if (part.type === 'file') return documentOfFile(part.file.file_data, part.file.filename);
  if (part.type !== 'image_url') return { type: 'text', text: part.text };
  const { url, detail } = part.image_url;
  return { type: 'image', url, ...(detail && { detail }) };
};
