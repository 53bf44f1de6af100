import type { ReasoningPart, ToolRequest } from '../../gateway/index.ts';
import { waitingFields } from '../agents/waiting.ts';
import type { ApiFailure } from '../api-failure.ts';
import type { AnswerEvent } from '../completion.ts';
import { type AnswerWriter, frame } from '../writer.ts';
import { anthropicError } from './error.ts';
import { ending, type MessageHead, toolUse, usageOf } from './message.ts';

/** The answer as blocks, each started, filled and stopped. Source: https://platform.claude.com/docs/en/build-with-claude/streaming */
export class MessageWriter implements AnswerWriter {
  readonly #head: MessageHead;
  readonly #promptTokens: number;
  #index = 0;
  /** What the block that was started and not yet stopped holds. */
  #open: 'text' | 'thinking' | undefined;

  /** `promptTokens`: our count, for the first event; the last one carries what the provider counted. */
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
      usage: usageOf({ promptTokens: this.#promptTokens, completionTokens: 0 }),
    };
    return event({ type: 'message_start', message });
  }

  write(one: AnswerEvent): string {
    switch (one.kind) {
      case 'text':
      case 'refusal':
        return this.#text(one.text);
      case 'reasoning':
        return this.#think(one);
      case 'call':
        return this.#close() + this.#call(one.call);
      case 'end': {
        const { finish, stopSequence, usage, waiting } = one;
        const delta = ending(finish, stopSequence, waiting);
        return (
          this.#close() +
          event({ type: 'message_delta', delta, usage: usageOf(usage), ...waitingFields(waiting) }) +
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
    return this.#opened('text', { type: 'text', text: '' }) + this.#delta({ type: 'text_delta', text });
  }

  /** A thought of another maker's has no signature. */
  #think({ text, native }: ReasoningPart): string {
    const words = text === '' ? '' : this.#thinking() + this.#delta({ type: 'thinking_delta', thinking: text });
    if (native?.kind !== 'anthropic') return words + (native && this.#open === 'thinking' ? this.#close() : '');
    if (native.data.type !== 'thinking') return words + this.#close() + this.#start({ ...native.data }) + this.#stop();
    const { signature } = native.data;
    const signed = typeof signature === 'string' ? this.#delta({ type: 'signature_delta', signature }) : '';
    return words + this.#thinking() + signed + this.#close();
  }

  #thinking(): string {
    return this.#opened('thinking', { type: 'thinking', thinking: '', signature: '' });
  }

  /** Starts a block of this kind, unless one is open. */
  #opened(kind: 'text' | 'thinking', block: object): string {
    if (this.#open === kind) return '';
    const closed = this.#close();
    this.#open = kind;
    return closed + this.#start(block);
  }

  #close(): string {
    if (!this.#open) return '';
    this.#open = undefined;
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
