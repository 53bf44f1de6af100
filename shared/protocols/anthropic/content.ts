import * as z from 'zod';
import type { ChatMessage, ContentPart } from '../../gateway/index.ts';
import { plain } from '../content.ts';
import { hint, jsonSchema, pictureUrl, toolName } from '../fields.ts';

export const textBlock = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  cache_control: hint,
  citations: hint,
  parsed_output: hint,
});

const image = z.strictObject({
  type: z.literal('image'),
  source: z.discriminatedUnion(
    'type',
    [
      z.strictObject({
        type: z.literal('base64'),
        media_type: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp']),
        data: z.base64(),
      }),
      z.strictObject({ type: z.literal('url'), url: pictureUrl }),
    ],
    { error: 'The source must be of the type "base64" or "url".' },
  ),
  cache_control: hint,
});

const toolResult = z.strictObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string().min(1).max(256),
  content: z
    .union([z.string(), z.array(textBlock)], { error: 'The result must be a text or a list of text blocks.' })
    .nullish(),
  is_error: z.boolean().nullish(),
  cache_control: hint,
});

const toolUse = z.strictObject({
  type: z.literal('tool_use'),
  id: z.string().min(1).max(256),
  name: toolName,
  input: jsonSchema,
  cache_control: hint,
  caller: hint,
});

/** Thoughts are meaningful to their own model only: such blocks are accepted, so that histories fit, and left out. */
const thinking = z.strictObject({ type: z.literal('thinking'), thinking: z.string(), signature: hint });
const redacted = z.strictObject({ type: z.literal('redacted_thinking'), data: hint });

export const userContent = z.union(
  [z.string(), z.array(z.discriminatedUnion('type', [textBlock, image, toolResult]))],
  {
    error:
      'The content must be a text or a list of blocks of the types text, image (base64 or an https: URL) and tool_result (of texts).',
  },
);
export const assistantContent = z.union(
  [z.string(), z.array(z.discriminatedUnion('type', [textBlock, toolUse, thinking, redacted]))],
  { error: 'The content must be a text or a list of blocks of the types text, tool_use and thinking.' },
);

type Image = z.infer<typeof image>;
type ToolResult = z.infer<typeof toolResult>;

/** Tool results become messages of their own; the rest of the content comes after them. */
export const fromUser = (content: z.infer<typeof userContent>): ChatMessage[] => {
  if (typeof content === 'string') return [{ role: 'user', content }];
  const results = content.flatMap((block) => (block.type === 'tool_result' ? [resultOf(block)] : []));
  const parts = content.flatMap((block) => (block.type === 'tool_result' ? [] : [partOf(block)]));
  return parts.length === 0 ? results : [...results, { role: 'user', content: plain(parts) }];
};

export const fromAssistant = (content: z.infer<typeof assistantContent>): ChatMessage[] => {
  if (typeof content === 'string') return [{ role: 'assistant', content }];
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
  const calls = content.flatMap((block) =>
    block.type === 'tool_use' ? [{ id: block.id, name: block.name, arguments: JSON.stringify(block.input) }] : [],
  );
  if (text === '' && calls.length === 0) return [];
  return [{ role: 'assistant', content: text, ...(calls.length > 0 && { calls }) }];
};

export const textOfBlocks = (blocks: string | { text: string }[]): string =>
  typeof blocks === 'string' ? blocks : blocks.map(({ text }) => text).join('\n');

/** OpenAI-compatible providers have no flag for a failed tool call, so the text says it. */
const resultOf = ({ tool_use_id, content, is_error }: ToolResult): ChatMessage => ({
  role: 'tool',
  callId: tool_use_id,
  content: `${is_error ? 'The tool failed: ' : ''}${textOfBlocks(content ?? '')}`,
});

const partOf = (block: z.infer<typeof textBlock> | Image): ContentPart => {
  if (block.type === 'text') return { type: 'text', text: block.text };
  const { source } = block;
  const url = source.type === 'url' ? source.url : `data:${source.media_type};base64,${source.data}`;
  return { type: 'image', url };
};
