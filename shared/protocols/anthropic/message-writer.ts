import type { ModelEvent, ToolRequest } from '../../gateway/index.ts';
import type { ApiFailure } from '../api-failure.ts';
import { type AnswerWriter, frame } from '../writer.ts';
import { anthropicError } from './error.ts';
import { ending, type MessageHead, toolUse, usageOf } from './message.ts';

/** The answer as blocks, each started, filled and stopped. Source: https://platform.claude.com/docs/en/build-with-claude/streaming */
export class MessageWriter implements AnswerWriter {
  readonly #head: MessageHead;
  readonly #promptTokens: number;
  #index = 0;
  #inText = false;

  /** `promptTokens`: an estimate for the first event; the last one carries what the provider counted. */
  constructor(head: MessageHead, promptTokens: number) {
    this.#head = head;
    this.#promptTokens = promptTokens;
  }

  begin(): string {
    const { id, model } = this.#head;
    const message = {
      id,
      type: 'message',
      role: 'assistant',
      model,
      content: [],
      ...ending(undefined),
      usage: usageOf(this.#promptTokens, 0),
    };
    return event({ type: 'message_start', message });
  }

  write(one: ModelEvent): string {
    switch (one.kind) {
      case 'text':
        return this.#text(one.text);
      case 'call':
        return this.#stopText() + this.#call(one.call);
      case 'end': {
        const { promptTokens, completionTokens } = one.usage;
        const usage = usageOf(promptTokens, completionTokens);
        return (
          this.#stopText() +
          event({ type: 'message_delta', delta: ending(one.finish), usage }) +
          event({ type: 'message_stop' })
        );
      }
    }
  }

  heartbeat(): string {
    return event({ type: 'ping' });
  }

  fail(failure: ApiFailure): string {
    return event(anthropicError(failure, this.#head.requestId));
  }

  #text(text: string): string {
    const started = this.#inText ? '' : this.#start({ type: 'text', text: '', citations: null });
    this.#inText = true;
    return started + this.#delta({ type: 'text_delta', text });
  }

  #stopText(): string {
    if (!this.#inText) return '';
    this.#inText = false;
    return this.#stop();
  }

  /** The gateway gives calls whole, so their arguments come in one piece. */
  #call(call: ToolRequest): string {
    const { input, ...block } = toolUse(call);
    return (
      this.#start({ ...block, input: {} }) +
      this.#delta({ type: 'input_json_delta', partial_json: JSON.stringify(input) }) +
      this.#stop()
    );
  }

  #start(content_block: object): string {
    return event({ type: 'content_block_start', index: this.#index, content_block });
  }

  #delta(delta: object): string {
    return event({ type: 'content_block_delta', index: this.#index, delta });
  }

  #stop(): string {
    const text = event({ type: 'content_block_stop', index: this.#index });
    this.#index += 1;
    return text;
  }
}

const event = (data: { type: string } & Record<string, unknown>): string => frame(data, data.type);
