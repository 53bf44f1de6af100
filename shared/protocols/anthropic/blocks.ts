import * as z from 'zod';
import type { ContentPart } from '../../gateway/index.ts';
import { hint, jsonSchema, pictureUrl, toolName } from '../fields.ts';
import { cacheOf } from './cache-control.ts';

/* The blocks of a message's content. Fields that are not listed are dropped, and named in the answer's headers. */

export const textBlock = z.object({
  type: z.literal('text'),
  text: z.string(),
  cache_control: hint,
  citations: hint,
  parsed_output: hint,
});

const image = z.object({
  type: z.literal('image'),
  source: z.discriminatedUnion(
    'type',
    [
      z.object({
        type: z.literal('base64'),
        media_type: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp']),
        data: z.base64(),
      }),
      z.object({ type: z.literal('url'), url: pictureUrl }),
    ],
    { error: 'The source must be of the type "base64" or "url".' },
  ),
  cache_control: hint,
});

/** A document that is text reaches every model as text; of others only the provider could make sense. */
const document = z.object({
  type: z.literal('document'),
  source: z.discriminatedUnion(
    'type',
    [
      z.object({ type: z.literal('text'), media_type: hint, data: z.string() }),
      z.object({ type: z.literal('content'), content: z.union([z.string(), z.array(textBlock)]) }),
    ],
    { error: 'A document must be a text: a source of the type "text" or "content".' },
  ),
  title: z.string().nullish(),
  context: z.string().nullish(),
  cache_control: hint,
  citations: hint,
});

const searchResult = z.object({
  type: z.literal('search_result'),
  source: z.string(),
  title: z.string(),
  content: z.array(textBlock),
  cache_control: hint,
  citations: hint,
});

/** A tool that a search among the deferred ones has found. All are offered from the beginning. */
const toolReference = z.object({ type: z.literal('tool_reference'), tool_name: z.string(), cache_control: hint });

const shown = [textBlock, image, document, searchResult] as const;

const toolResult = z.object({
  type: z.literal('tool_result'),
  tool_use_id: z.string().min(1).max(256),
  content: z
    .union([z.string(), z.array(z.discriminatedUnion('type', [...shown, toolReference]))], {
      error:
        'The result must be a text or a list of blocks of the types text, image, document (of text), search_result and tool_reference.',
    })
    .nullish(),
  is_error: z.boolean().nullish(),
  cache_control: hint,
});
export type ToolResult = z.infer<typeof toolResult>;

const toolUse = z.object({
  type: z.literal('tool_use'),
  id: z.string().min(1).max(256),
  name: toolName,
  input: jsonSchema,
  cache_control: hint,
  caller: hint,
});

/** Thoughts go back to the model that had them. */
const thinking = z.object({ type: z.literal('thinking'), thinking: z.string(), signature: hint });
const redacted = z.object({ type: z.literal('redacted_thinking'), data: hint });

export const userContent = z.union([z.string(), z.array(z.discriminatedUnion('type', [...shown, toolResult]))], {
  error:
    'The content must be a text or a list of blocks of the types text, image (base64 or an https: URL), document (of text), search_result and tool_result.',
});
export const assistantContent = z.union(
  [z.string(), z.array(z.discriminatedUnion('type', [textBlock, toolUse, thinking, redacted]))],
  { error: 'The content must be a text or a list of blocks of the types text, tool_use and thinking.' },
);

export type ShownBlock = z.infer<(typeof shown)[number]> | z.infer<typeof toolReference>;

export const textOfBlocks = (blocks: string | { text: string }[]): string =>
  typeof blocks === 'string' ? blocks : blocks.map(({ text }) => text).join('\n');

export const partOf = (block: ShownBlock): ContentPart => {
  switch (block.type) {
    case 'text':
      return { type: 'text', text: block.text, ...cacheOf(block) };
    case 'document': {
      const { source, title, context } = block;
      const text = source.type === 'text' ? source.data : textOfBlocks(source.content);
      return { type: 'text', text: [title, context, text].filter(Boolean).join('\n'), ...cacheOf(block) };
    }
    case 'search_result':
      return {
        type: 'text',
        text: `${block.title}\n${block.source}\n${textOfBlocks(block.content)}`,
        ...cacheOf(block),
      };
    case 'tool_reference':
      return { type: 'text', text: `The tool ${block.tool_name}.` };
    case 'image': {
      const { source } = block;
      const url = source.type === 'url' ? source.url : `data:${source.media_type};base64,${source.data}`;
      return { type: 'image', url, ...cacheOf(block) };
    }
  }
};
