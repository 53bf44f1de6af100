import * as z from 'zod';
import type { ChatMessage, ContentPart } from '../../gateway/index.ts';
import { plain } from '../content.ts';
import { detail, hint, pictureUrl, toolName, unsupported } from '../fields.ts';

const textPart = z.strictObject({ type: z.literal('text'), text: z.string() });
const picture = z.strictObject({
  type: z.literal('image_url'),
  image_url: z.strictObject({ url: pictureUrl, detail }),
});
const refusal = z.strictObject({ type: z.literal('refusal'), refusal: z.string() });

const TEXT = { error: 'The content must be a text or a list of parts of the type "text".' };
const text = z.union([z.string(), z.array(textPart)], TEXT);
const userContent = z.union([z.string(), z.array(z.discriminatedUnion('type', [textPart, picture]))], {
  error:
    'The content must be a text or a list of parts of the types "text" and "image_url", with an https: or a data:image/…;base64 URL.',
});

const toolCall = z.strictObject({
  id: z.string().min(1).max(256),
  type: z.literal('function', { error: 'Only function calls are supported.' }),
  function: z.strictObject({ name: toolName, arguments: z.string(), parsed_arguments: hint }),
});

/** `name`, which distinguishes speakers of one role, is a hint that no provider acts on. */
export const chatMessage = z.discriminatedUnion(
  'role',
  [
    z.strictObject({ role: z.enum(['system', 'developer']), content: text, name: hint }),
    z.strictObject({ role: z.literal('user'), content: userContent, name: hint }),
    z.strictObject({
      role: z.literal('assistant'),
      content: z
        .union([z.string(), z.array(z.discriminatedUnion('type', [textPart, refusal]))], {
          error: 'The content must be a text or a list of parts of the types "text" and "refusal".',
        })
        .nullish(),
      refusal: z.string().nullish(),
      tool_calls: z.array(toolCall).nullish(),
      name: hint,
      // The official client returns these with an answer, and applications send the message back as it came.
      annotations: hint,
      parsed: hint,
      audio: unsupported('answers are texts.'),
      function_call: unsupported('use tool_calls.'),
    }),
    z.strictObject({ role: z.literal('tool'), content: text, tool_call_id: z.string().min(1).max(256) }),
  ],
  { error: 'The role must be system, developer, user, assistant or tool.' },
);

type Message = z.infer<typeof chatMessage>;

export const fromChatMessage = (message: Message): ChatMessage => {
  switch (message.role) {
    case 'system':
    case 'developer':
      return { role: 'system', content: joined(message.content) };
    case 'user':
      return { role: 'user', content: simplest(message.content) };
    case 'tool':
      return { role: 'tool', callId: message.tool_call_id, content: joined(message.content) };
    case 'assistant': {
      const calls = (message.tool_calls ?? []).map(({ id, function: { name, arguments: given } }) => ({
        id,
        name,
        arguments: given,
      }));
      const content = spoken(message.content) || message.refusal || '';
      return { role: 'assistant', content, ...(calls.length > 0 && { calls }) };
    }
  }
};

const joined = (content: string | { text: string }[]): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('\n');

const spoken = (content: Extract<Message, { role: 'assistant' }>['content']): string =>
  typeof content === 'string'
    ? content
    : (content ?? []).map((part) => (part.type === 'text' ? part.text : part.refusal)).join('');

const simplest = (content: Extract<Message, { role: 'user' }>['content']): string | ContentPart[] => {
  if (typeof content === 'string') return content;
  const parts = content.map(
    (part): ContentPart =>
      part.type === 'text'
        ? part
        : {
            type: 'image',
            url: part.image_url.url,
            ...(part.image_url.detail && { detail: part.image_url.detail }),
          },
  );
  return plain(parts);
};
