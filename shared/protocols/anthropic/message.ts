import { type ChatMessage, type Finish, ModelError, type ToolRequest, textOf } from '../../gateway/index.ts';
import type { Completion } from '../completion.ts';

export type MessageHead = { id: string; model: string; requestId: string };

/** OpenAI-compatible providers do not tell a stop sequence from a natural end, so both read `end_turn`. */
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

/** This API gives arguments as an object, so a model that wrote none has not answered. */
const inputOf = ({ arguments: given }: ToolRequest): object => {
  try {
    const input: unknown = JSON.parse(given);
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input;
  } catch (cause) {
    throw new ModelError('malformed', { cause });
  }
  throw new ModelError('malformed', { cause: new Error('The arguments of a call are no object.') });
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

/** A token is some four letters. Counting them truly would keep the first word waiting. */
export const roughTokens = (messages: ChatMessage[]): number =>
  Math.ceil(messages.reduce((sum, message) => sum + textOf(message).length, 0) / 4);
