import type * as z from 'zod';
import type { ChatMessage, ContentPart } from '../../gateway/index.ts';
import { plain } from '../content.ts';
import { reasoningOfBlocks } from '../reasoning.ts';
import { shownBy, toolMessage } from '../tool-result.ts';
import type { assistantContent, ToolResult, userContent } from './blocks.ts';
import { cacheOfAll } from './cache-control.ts';
import { partsOf } from './shown.ts';

/** Tool results become messages of their own; the rest of the content comes after them, what the results show first. */
export const fromUser = (content: z.infer<typeof userContent>): ChatMessage[] => {
  if (typeof content === 'string') return [{ role: 'user', content }];
  const results = content.flatMap((block) => (block.type === 'tool_result' ? [resultOf(block)] : []));
  const parts = content.flatMap((block) => (block.type === 'tool_result' ? [] : partsOf(block)));
  const shown = [...results.flatMap(shownBy), ...parts];
  const messages = results.map((result) => ({ ...toolMessage(result), ...result.cached }));
  return shown.length === 0 ? messages : [...messages, { role: 'user', ...contentOf(shown) }];
};

/** One text, unless a cached prefix ends before the last of the parts. */
const contentOf = (parts: ContentPart[]): Pick<Extract<ChatMessage, { role: 'user' }>, 'content' | 'cache'> => {
  if (parts.slice(0, -1).some(({ cache }) => cache)) return { content: parts };
  const cache = parts.at(-1)?.cache;
  return { content: plain(parts.map(({ cache: _, ...part }) => part as ContentPart)), ...(cache && { cache }) };
};

export const fromAssistant = (content: z.infer<typeof assistantContent>): ChatMessage[] => {
  if (typeof content === 'string') return [{ role: 'assistant', content }];
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
  const calls = content.flatMap((block) =>
    block.type === 'tool_use' ? [{ id: block.id, name: block.name, arguments: JSON.stringify(block.input) }] : [],
  );
  if (text === '' && calls.length === 0) return [];
  const reasoning = reasoningOfBlocks(
    content.filter((block) => block.type === 'thinking' || block.type === 'redacted_thinking'),
  );
  return [
    {
      role: 'assistant',
      content: text,
      ...(calls.length > 0 && { calls }),
      ...(reasoning && { reasoning }),
      ...cacheOfAll(content),
    },
  ];
};

/** OpenAI-compatible providers have no flag for a failed tool call, so the text says it. */
const resultOf = ({ tool_use_id, content, is_error, cache_control }: ToolResult) => ({
  callId: tool_use_id,
  prefix: is_error ? 'The tool failed: ' : '',
  parts: typeof content === 'string' ? [{ type: 'text' as const, text: content }] : (content ?? []).flatMap(partsOf),
  cached: cacheOfAll([...(typeof content === 'string' ? [] : (content ?? [])), { cache_control }]),
});
