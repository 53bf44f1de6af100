import {
  type Ending,
  type Reasoning,
  ReasoningCollector,
  type ReasoningPart,
  type ToolRequest,
  type Usage,
} from '../../gateway/index.ts';
import { waitingFields } from '../agents/waiting.ts';
import type { AnswerEvent, Completion } from '../completion.ts';
import { chatFieldsOf } from '../reasoning.ts';
import { type AnswerWriter, COMMENT, frame } from '../writer.ts';
import { openAiError } from './error.ts';

/** The fields that every part of an answer repeats. `created` is in epoch seconds. */
export type Head = { id: string; created: number; model: string };

/** Parts that the provider did not tell are left out. */
const usageOf = ({ promptTokens, completionTokens, ...parts }: Usage) => {
  const { cacheReadTokens, cacheWriteTokens, reasoningTokens } = parts;
  const read = {
    ...(cacheReadTokens !== undefined && { cached_tokens: cacheReadTokens }),
    ...(cacheWriteTokens !== undefined && { cache_write_tokens: cacheWriteTokens }),
  };
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    ...(Object.keys(read).length > 0 && { prompt_tokens_details: read }),
    ...(reasoningTokens !== undefined && { completion_tokens_details: { reasoning_tokens: reasoningTokens } }),
  };
};

/** Here a refusal is a message of another kind, not another end: clients take `content_filter` for an error. */
const finishOf = (finish: Ending['finish'], hasRefused: boolean) =>
  hasRefused && finish === 'content_filter' ? ('stop' as const) : finish;

/** By the name that most servers and clients have for it; what has to go back unread, by the names of its makers. */
const thoughtsOf = ({ text, native = [] }: Reasoning) => ({
  ...(text !== '' && { reasoning_content: text }),
  ...chatFieldsOf(native),
});

const toolCall = ({ id, name, arguments: given }: ToolRequest) => ({
  id,
  type: 'function' as const,
  function: { name, arguments: given },
});

/** The whole answer as one object. */
export const chatCompletion = (
  { id, created, model }: Head,
  { text, refusal = '', reasoning, calls, finish, usage, waiting }: Completion,
) => ({
  id,
  object: 'chat.completion' as const,
  created,
  model,
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant' as const,
        content: text === '' && (calls.length > 0 || refusal !== '') ? null : text,
        refusal: refusal === '' ? null : refusal,
        ...(reasoning && thoughtsOf(reasoning)),
        ...(calls.length > 0 && { tool_calls: calls.map(toolCall) }),
      },
      logprobs: null,
      finish_reason: finishOf(finish, refusal !== ''),
    },
  ],
  usage: usageOf(usage),
  ...waitingFields(waiting),
});

/** The answer as `chat.completion.chunk`s, and `[DONE]`. */
export class ChatWriter implements AnswerWriter {
  readonly #head: Head;
  readonly #includeUsage: boolean;
  readonly #thoughts = new ReasoningCollector();
  #calls = 0;
  #hasRefused = false;

  constructor(head: Head, includeUsage: boolean) {
    this.#head = head;
    this.#includeUsage = includeUsage;
  }

  begin(): string {
    return this.#chunk({ role: 'assistant', content: '', refusal: null });
  }

  write(event: AnswerEvent): string {
    switch (event.kind) {
      case 'text':
        return this.#chunk({ content: event.text });
      case 'refusal':
        this.#hasRefused = true;
        return this.#chunk({ refusal: event.text });
      case 'reasoning':
        return this.#thought(event);
      case 'call':
        this.#calls += 1;
        return this.#chunk({ tool_calls: [{ index: this.#calls - 1, ...toolCall(event.call) }] });
      case 'end':
        return (
          this.#chunk({}, finishOf(event.finish, this.#hasRefused), waitingFields(event.waiting)) +
          this.#usage(event.usage) +
          frame('[DONE]')
        );
    }
  }

  heartbeat(): string {
    return COMMENT;
  }

  fail(...failure: Parameters<typeof openAiError>): string {
    return frame(openAiError(...failure));
  }

  #thought(part: ReasoningPart): string {
    const text = this.#thoughts.add(part);
    const delta = thoughtsOf({ text, ...(part.native && { native: [part.native] }) });
    return Object.keys(delta).length === 0 ? '' : this.#chunk(delta);
  }

  #chunk(delta: object, finish: string | null = null, more: object = {}): string {
    return frame({
      ...this.#about(),
      ...more,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      // As the API specifies: if usage is requested, all chunks but the last have null.
      ...(this.#includeUsage && { usage: null }),
    });
  }

  #usage(usage: Usage): string {
    return this.#includeUsage ? frame({ ...this.#about(), choices: [], usage: usageOf(usage) }) : '';
  }

  #about() {
    const { id, created, model } = this.#head;
    return { id, object: 'chat.completion.chunk', created, model };
  }
}
