import type { ModelEvent, ToolRequest, Usage } from '../../gateway/index.ts';
import type { Completion } from '../completion.ts';
import { type AnswerWriter, COMMENT, frame } from '../writer.ts';
import { openAiError } from './error.ts';

/** The fields that every part of an answer repeats. `created` is in epoch seconds. */
export type Head = { id: string; created: number; model: string };

const usageOf = ({ promptTokens, completionTokens }: Usage) => ({
  prompt_tokens: promptTokens,
  completion_tokens: completionTokens,
  total_tokens: promptTokens + completionTokens,
});

const toolCall = ({ id, name, arguments: given }: ToolRequest) => ({
  id,
  type: 'function' as const,
  function: { name, arguments: given },
});

/** The whole answer as one object. */
export const chatCompletion = ({ id, created, model }: Head, { text, calls, finish, usage }: Completion) => ({
  id,
  object: 'chat.completion' as const,
  created,
  model,
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant' as const,
        content: text === '' && calls.length > 0 ? null : text,
        refusal: null,
        ...(calls.length > 0 && { tool_calls: calls.map(toolCall) }),
      },
      logprobs: null,
      finish_reason: finish,
    },
  ],
  usage: usageOf(usage),
});

/** The answer as `chat.completion.chunk`s, and `[DONE]`. */
export class ChatWriter implements AnswerWriter {
  readonly #head: Head;
  readonly #includeUsage: boolean;
  #calls = 0;

  constructor(head: Head, includeUsage: boolean) {
    this.#head = head;
    this.#includeUsage = includeUsage;
  }

  begin(): string {
    return this.#chunk({ role: 'assistant', content: '', refusal: null });
  }

  write(event: ModelEvent): string {
    switch (event.kind) {
      case 'text':
        return this.#chunk({ content: event.text });
      case 'call':
        this.#calls += 1;
        return this.#chunk({ tool_calls: [{ index: this.#calls - 1, ...toolCall(event.call) }] });
      case 'end':
        return this.#chunk({}, event.finish) + this.#usage(event.usage) + frame('[DONE]');
    }
  }

  heartbeat(): string {
    return COMMENT;
  }

  fail(...failure: Parameters<typeof openAiError>): string {
    return frame(openAiError(...failure));
  }

  #chunk(delta: object, finish: string | null = null): string {
    return frame({
      ...this.#about(),
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
