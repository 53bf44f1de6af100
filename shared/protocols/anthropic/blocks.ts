import * as z from 'zod';
import { calledName, hint, jsonSchema, kindsOrFault, pictureUrl } from '../fields.ts';
import { documentUrl } from '../files.ts';

/* The blocks of a message's content. Fields that are not listed are dropped, and named in the answer's headers. */

export const textBlock = z
  .object({
    type: z.literal('text'),
    text: z.string(),
    cache_control: hint,
    citations: hint,
    parsed_output: hint,
  })
  .meta({ id: 'AnthropicTextBlock' });

const image = z
  .object({
    type: z.literal('image'),
    source: z.discriminatedUnion(
      'type',
      [
        z.object({
          type: z.literal('base64'),
          media_type: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp']),
          data: z.base64(),
        }),
        z.object({ type: z.literal('url'), url: pictureUrl() }),
      ],
      { error: 'The source must be of the type "base64" or "url".' },
    ),
    cache_control: hint,
  })
  .meta({ id: 'AnthropicImageBlock' });

export type ImageBlock = z.infer<typeof image>;

/** Answers have no citations, so a wish for them is named as having no effect. */
const document = z
  .object({
    type: z.literal('document'),
    source: z.discriminatedUnion(
      'type',
      [
        z.object({ type: z.literal('base64'), media_type: z.literal('application/pdf'), data: z.base64().min(1) }),
        z.object({ type: z.literal('url'), url: documentUrl }),
        z.object({ type: z.literal('text'), media_type: hint, data: z.string() }),
        z.object({
          type: z.literal('content'),
          content: z.union([z.string(), z.array(z.discriminatedUnion('type', [textBlock, image]))]),
        }),
      ],
      {
        error: 'The source of a document must be of the type "base64", "url", "text" or "content": files are not kept.',
      },
    ),
    title: z.string().max(500).nullish(),
    context: z.string().nullish(),
    cache_control: hint,
  })
  .meta({ id: 'AnthropicDocumentBlock' });
export type DocumentBlock = z.infer<typeof document>;

const searchResult = z
  .object({
    type: z.literal('search_result'),
    source: z.string(),
    title: z.string(),
    content: z.array(textBlock),
    cache_control: hint,
    citations: hint,
  })
  .meta({ id: 'AnthropicSearchResultBlock' });

/** A tool that a search among the deferred ones has found. All are offered from the beginning. */
const toolReference = z.object({ type: z.literal('tool_reference'), tool_name: z.string(), cache_control: hint });

const shown = [textBlock, image, document, searchResult] as const;

const toolResult = z
  .object({
    type: z.literal('tool_result'),
    tool_use_id: z.string().min(1).max(256),
    content: z
      .union(
        [z.string(), z.array(z.discriminatedUnion('type', [...shown, toolReference]))],
        kindsOrFault(
          'The result must be a text or a list of blocks of the types text, image, document, search_result and tool_reference.',
        ),
      )
      .nullish(),
    is_error: z.boolean().nullish(),
    cache_control: hint,
  })
  .meta({ id: 'AnthropicToolResultBlock' });
export type ToolResult = z.infer<typeof toolResult>;

const toolUse = z
  .object({
    type: z.literal('tool_use'),
    id: z.string().min(1).max(256),
    name: calledName,
    input: jsonSchema,
    cache_control: hint,
    caller: hint,
  })
  .meta({ id: 'AnthropicToolUseBlock' });

/** Thoughts go back to the model that had them. */
const thinking = z.object({ type: z.literal('thinking'), thinking: z.string(), signature: hint });
const redacted = z.object({ type: z.literal('redacted_thinking'), data: hint });

export const userContent = z.union(
  [z.string(), z.array(z.discriminatedUnion('type', [...shown, toolResult]))],
  kindsOrFault(
    'The content must be a text or a list of blocks of the types text, image (base64 or an https: URL), document, search_result and tool_result.',
  ),
);
export const assistantContent = z.union(
  [z.string(), z.array(z.discriminatedUnion('type', [textBlock, toolUse, thinking, redacted]))],
  { error: 'The content must be a text or a list of blocks of the types text, tool_use and thinking.' },
);

export type ShownBlock = z.infer<(typeof shown)[number]> | z.infer<typeof toolReference>;

export const textOfBlocks = (blocks: string | { text: string }[]): string =>
  typeof blocks === 'string' ? blocks : blocks.map(({ text }) => text).join('\n');
