import { type ChatMessage, type Finish, ModelError, type ToolRequest, textOf } from '../../gateway/index.ts';
import type { Completion } from '../completion.ts';

export type MessageHead = { id: string; model: string; requestId: string };

/** OpenAI-compatible providers do not distinguish a stop sequence from a natural end, so both become `end_turn`. */
const STOP_REASONS: Record<Finish, string> = {
  stop: 'end_turn',
  length: 'max_tokens',
  content_filter: 'refusal',
  tool_calls: 'tool_use',
};

export const ending = (finish: Finish | undefined) => ({
  stop_reason: finish ? STOP_REASONS[finish] : null,
  stop_sequence: null,
  stop_details: null,
});

export const usageOf = (input: number, output: number) => ({
  input_tokens: input,
  output_tokens: output,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
});

/** This API has arguments as an object, so an answer with any other arguments is malformed. */
const inputOf = ({ arguments: given }: ToolRequest): object => {
  try {
    const input: unknown = JSON.parse(given);
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input;
  } catch (cause) {
    throw new ModelError('malformed', { cause });
  }
  throw new ModelError('malformed', { cause: new Error('The arguments of a tool call must be an object.') });
};

export const toolUse = (call: ToolRequest) => ({
  type: 'tool_use' as const,
  id: call.id,
  name: call.name,
  input: inputOf(call),
});

/** The whole answer as one object. */
export const anthropicMessage = ({ id, model }: MessageHead, { text, calls, finish, usage }: Completion) => ({
  id,
  type: 'message' as const,
  role: 'assistant' as const,
  model,
  content: [...(text === '' ? [] : [{ type: 'text' as const, text, citations: null }]), ...calls.map(toolUse)],
  ...ending(finish),
  usage: usageOf(usage.promptTokens, usage.completionTokens),
});

/** Some four characters are a token. An exact count would delay the first word. */
export const roughTokens = (messages: ChatMessage[]): number =>
  Math.ceil(messages.reduce((sum, message) => sum + textOf(message).length, 0) / 4);
