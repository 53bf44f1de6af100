import * as z from 'zod';
import type { NativeThought, Reasoning } from '../gateway/index.ts';

/*
 * What a model thought, as the APIs show it and take it back. Thoughts mean something to their own model only: some models
 * refuse the results of their calls without them.
 */

const fields = z.record(z.string(), z.unknown());

/** The fields in which chat clients send thoughts back, by the names that servers use. */
export const chatReasoning = {
  reasoning_content: z.string().nullish(),
  reasoning: z.string().nullish(),
  reasoning_details: z.array(fields).nullish(),
  thinking_blocks: z.array(fields).nullish(),
};

type ChatReasoning = { [Name in keyof typeof chatReasoning]?: z.infer<(typeof chatReasoning)[Name]> };

export const reasoningOfChat = (message: ChatReasoning): Reasoning | undefined => {
  const names = Object.keys(chatReasoning) as (keyof ChatReasoning)[];
  const data = Object.fromEntries(names.flatMap((name) => (message[name] == null ? [] : [[name, message[name]]])));
  if (Object.keys(data).length === 0) return undefined;
  const blocks = (message.thinking_blocks ?? []).map((block): NativeThought => ({ kind: 'anthropic', data: block }));
  const text = message.reasoning_content ?? message.reasoning ?? '';
  return { text, native: [{ kind: 'openai', data }, ...blocks] };
};

/** The same fields for an answer, or for a part of one. */
export const chatFieldsOf = (native: readonly NativeThought[]): Record<string, unknown> => {
  const details = native.flatMap(({ kind, data }) => (kind === 'openai' ? listOf(data.reasoning_details) : []));
  const blocks = native.flatMap(({ kind, data }) => (kind === 'anthropic' ? [data] : listOf(data.thinking_blocks)));
  return {
    ...(native.some(({ data }) => data.reasoning_content === '') && { reasoning_content: '' }),
    ...(details.length > 0 && { reasoning_details: details }),
    ...(blocks.length > 0 && { thinking_blocks: blocks }),
  };
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Of Anthropic's messages. A thought of another maker's has no signature, and this API's clients expect a text. */
export const thinkingBlocks = ({ text, native = [] }: Reasoning): Record<string, unknown>[] => {
  const own = native.flatMap(({ kind, data }) => (kind === 'anthropic' ? [data] : []));
  if (own.length > 0) return own.map((data) => (data.type === 'thinking' ? { signature: '', ...data } : data));
  return text === '' ? [] : [{ type: 'thinking', thinking: text, signature: '' }];
};

type Thinking =
  | { type: 'thinking'; thinking: string; signature?: unknown }
  | { type: 'redacted_thinking'; data?: unknown };

/** A thought without a signature was another maker's: its words are all there is. */
export const reasoningOfBlocks = (blocks: Thinking[]): Reasoning | undefined => {
  if (blocks.length === 0) return undefined;
  const text = blocks.flatMap((block) => (block.type === 'thinking' && block.thinking ? [block.thinking] : []));
  const native = blocks.flatMap((block): NativeThought[] => {
    if (block.type === 'redacted_thinking')
      return [{ kind: 'anthropic', data: { type: block.type, data: block.data } }];
    const { type, thinking, signature } = block;
    return signature ? [{ kind: 'anthropic', data: { type, thinking, signature } }] : [];
  });
  return { text: text.join('\n\n'), ...(native.length > 0 && { native }) };
};

/** An item of the Responses API. `encrypted_content` holds our own form of the thought, or another service's. */
export const reasoningItem = z.looseObject({
  type: z.literal('reasoning'),
  summary: z.array(z.looseObject({ text: z.string() })).nullish(),
  encrypted_content: z.string().nullish(),
});

const PREFIX = 'artel1.';

export const sealedThoughts = (native: readonly NativeThought[]): string =>
  PREFIX + Buffer.from(JSON.stringify(native)).toString('base64url');

const sealed = z.array(
  z.object({ kind: z.enum(['openai', 'anthropic']), data: fields, origin: z.string().max(64).exactOptional() }),
);

/** What cannot be read is left out: it was another service's, or somebody changed it. */
const nativeOf = (text: string | null | undefined): NativeThought[] => {
  if (!text?.startsWith(PREFIX)) return [];
  try {
    return sealed.parse(JSON.parse(Buffer.from(text.slice(PREFIX.length), 'base64url').toString()));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
};

export const reasoningOfItem = ({ summary, encrypted_content }: z.infer<typeof reasoningItem>): Reasoning => {
  const native = nativeOf(encrypted_content);
  const text = (summary ?? []).map((part) => part.text).join('\n\n');
  return { text, ...(native.length > 0 && { native }) };
};

export const joinedReasoning = (one: Reasoning | undefined, other: Reasoning): Reasoning => {
  if (!one) return other;
  const native = [...(one.native ?? []), ...(other.native ?? [])];
  return { text: [one.text, other.text].filter(Boolean).join('\n\n'), ...(native.length > 0 && { native }) };
};
