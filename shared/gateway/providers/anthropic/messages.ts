import { createHash } from 'node:crypto';
import type { Anthropic } from '@anthropic-ai/sdk';
import { parseExact } from '../../../core/json/exact.ts';
import type { ContentPart, ImagePart } from '../../call/content-parts.ts';
import type { ChatMessage, ToolRequest } from '../../call/model-call.ts';
import { ModelError } from '../../call/model-error.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import { isFields } from '../parse-json.ts';
import { type CacheControl, controlOf, marked } from './cache-control.ts';
import { documentBlocks } from './documents.ts';
import { thoughtBlocks } from './sent-thoughts.ts';

type Block =
  | Anthropic.TextBlockParam
  | Anthropic.ImageBlockParam
  | Anthropic.DocumentBlockParam
  | Anthropic.ToolUseBlockParam
  | Anthropic.ToolResultBlockParam
  | Anthropic.ThinkingBlockParam
  | Anthropic.RedactedThinkingBlockParam;
type Turn = { role: 'user' | 'assistant'; content: Block[] };

/** This API has one field for instructions, before the conversation; system messages go there from wherever they are. */
export const systemOf = (messages: ChatMessage[]): (Anthropic.TextBlockParam & CacheControl)[] =>
  messages.flatMap((message) =>
    message.role === 'system' && isNotBlank(message.content)
      ? [{ type: 'text', text: message.content, ...controlOf(message) }]
      : [],
  );

/**
 * The turns of a conversation as this API demands them: consecutive messages of one side become one turn, with the results of
 * tool calls first, and empty texts are left out.
 */
export const messagesOf = (
  messages: ChatMessage[],
  target: { provider: Endpoint; model: string },
): Anthropic.MessageParam[] => {
  const turns: Turn[] = [];
  for (const message of messages) {
    if (message.role === 'system') continue;
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const content = marked(blocksOf(message, target), message);
    if (content.length === 0) continue;
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...content);
    else turns.push({ role, content });
  }
  return turns.map(({ role, content }) => ({ role, content: simplest(resultsFirst(content)) }));
};

const blocksOf = (
  message: Exclude<ChatMessage, { role: 'system' }>,
  target: { provider: Endpoint; model: string },
): Block[] => {
  if (message.role === 'tool')
    return [{ type: 'tool_result', tool_use_id: idOf(message.callId), content: message.content }];
  if (message.role === 'assistant') {
    const said = [...textOf(message.content), ...(message.calls ?? []).map(toolUseOf)];
    return said.length === 0 ? [] : [...thoughtBlocks(message.reasoning, target), ...said];
  }
  if (typeof message.content === 'string') return textOf(message.content);
  return message.content.flatMap((part): Block[] => marked<Block>(partOf(part, target.model), part));
};

const partOf = (part: ContentPart, model: string): Block[] => {
  if (part.type === 'text') return textOf(part.text);
  return part.type === 'image' ? [imageOf(part)] : documentBlocks(part, model);
};

const isNotBlank = (text: string): boolean => text.trim() !== '';

const textOf = (text: string): Anthropic.TextBlockParam[] => (isNotBlank(text) ? [{ type: 'text', text }] : []);

const resultsFirst = (content: Block[]): Block[] => [
  ...content.filter(({ type }) => type === 'tool_result'),
  ...content.filter(({ type }) => type !== 'tool_result'),
];

const simplest = (content: Block[]): string | Block[] => {
  const [only] = content;
  return content.length === 1 && only?.type === 'text' && !only.cache_control ? only.text : content;
};

const DATA = /^data:(image\/(?:png|jpeg|gif|webp));base64,(.*)$/s;

const imageOf = ({ url }: ImagePart): Anthropic.ImageBlockParam => {
  if (url.startsWith('https:')) return { type: 'image', source: { type: 'url', url } };
  const [, type, data] = DATA.exec(url) ?? [];
  if (type === undefined || data === undefined) {
    throw new ModelError('refused', {
      cause: new Error('An image must be an https: URL, or data in a supported type.'),
    });
  }
  return {
    type: 'image',
    source: { type: 'base64', media_type: type as Anthropic.Base64ImageSource['media_type'], data },
  };
};

/** A call that another model made may have an id this API refuses. The same id is in the call and in its result. */
const idOf = (id: string): string =>
  /^[\w-]{1,64}$/.test(id) ? id : `call_${createHash('sha256').update(id).digest('base64url')}`;

const toolUseOf = (call: ToolRequest): Anthropic.ToolUseBlockParam => ({
  type: 'tool_use',
  id: idOf(call.id),
  name: call.name,
  input: inputOf(call.arguments),
});

/** This API wants an object. A model that once wrote something else is shown what it wrote. */
const inputOf = (given: string): Record<string, unknown> => {
  try {
    const input = parseExact(given);
    return isFields(input) ? input : { arguments: input };
  } catch {
    // A SyntaxError: not JSON. A RangeError: nested deeper than anybody reads.
    return { arguments: given };
  }
};
