import type { Waiting } from '../../approvals/index.ts';
import { isExactNumber, parseExact } from '../../core/json/exact.ts';
import { type Finish, ModelError, type ToolRequest, type Usage } from '../../gateway/index.ts';
import { waitingFields } from '../agents/waiting.ts';
import type { Completion } from '../completion.ts';
import { thinkingBlocks } from '../reasoning.ts';

export type MessageHead = { id: string; model: string; requestId: string };

/** Many OpenAI-compatible providers do not distinguish a stop sequence from a natural end: there both become `end_turn`. */
const STOP_REASONS: Record<Finish, string> = {
  stop: 'end_turn',
  length: 'max_tokens',
  content_filter: 'refusal',
  tool_calls: 'tool_use',
};

/**
 * A run that waits for a person pauses the turn: the client sends the conversation again, with the answer so far.
 * Source: https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons
 */
const stopReasonOf = (finish: Finish, stopSequence: string | undefined, waiting: Waiting | undefined): string => {
  if (waiting) return 'pause_turn';
  return finish === 'stop' && stopSequence !== undefined ? 'stop_sequence' : STOP_REASONS[finish];
};

export const ending = (finish: Finish | undefined, stopSequence?: string, waiting?: Waiting) => ({
  stop_reason: finish ? stopReasonOf(finish, stopSequence, waiting) : null,
  stop_sequence: finish === 'stop' ? (stopSequence ?? null) : null,
  stop_details: null,
});

/** In this API what a cache held is beside the input, not a part of it. */
export const usageOf = (usage: Omit<Usage, 'estimated'>) => {
  const { promptTokens, completionTokens, cacheReadTokens: read = 0, cacheWriteTokens: written = 0 } = usage;
  const { hourCacheWriteTokens: hour = 0, reasoningTokens } = usage;
  return {
    input_tokens: Math.max(0, promptTokens - read - written),
    output_tokens: completionTokens,
    cache_creation_input_tokens: written,
    cache_read_input_tokens: read,
    ...(written > 0 && {
      cache_creation: { ephemeral_5m_input_tokens: written - hour, ephemeral_1h_input_tokens: hour },
    }),
    ...(reasoningTokens !== undefined && { output_tokens_details: { thinking_tokens: reasoningTokens } }),
  };
};

/** This API has arguments as an object, so an answer with any other arguments is malformed. */
const inputOf = ({ arguments: given }: ToolRequest): object => {
  try {
    const input = parseExact(given);
    if (typeof input === 'object' && input !== null && !Array.isArray(input) && !isExactNumber(input)) return input;
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
export const anthropicMessage = (
  { id, model }: MessageHead,
  { text, refusal = '', reasoning, calls, finish, stopSequence, usage, waiting }: Completion,
) => ({
  id,
  type: 'message' as const,
  role: 'assistant' as const,
  model,
  content: [
    ...(reasoning ? thinkingBlocks(reasoning) : []),
    ...[text, refusal].flatMap((said) => (said === '' ? [] : [{ type: 'text' as const, text: said }])),
    ...calls.map(toolUse),
  ],
  ...ending(finish, stopSequence, waiting),
  usage: usageOf(usage),
  ...waitingFields(waiting),
});
