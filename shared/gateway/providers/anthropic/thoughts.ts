import type { Asides } from '../asides.ts';
import type { MessageEvent } from './events.ts';

type Open = { type: 'thinking'; thinking: string; signature: string } | { type: 'redacted_thinking'; data: string };

/** Reads the thoughts of one message: their words as they come, and each whole, signed or hidden, as it has to go back. */
export class ThoughtBlocks {
  readonly #open = new Map<unknown, Open>();

  take(asides: Asides, { type, index, content_block, delta }: MessageEvent): void {
    if (type === 'content_block_start') {
      this.stopAll(asides);
      this.#start(asides, index, content_block);
    } else if (type === 'content_block_delta') this.#continue(asides, index, delta);
    else if (type === 'content_block_stop') this.#stop(asides, index);
    else if (type === 'message_delta') this.stopAll(asides);
  }

  /** Not every server stops a block before the next one, or at all. */
  stopAll(asides: Asides): void {
    for (const index of [...this.#open.keys()]) this.#stop(asides, index);
  }

  #start(asides: Asides, index: unknown, block: MessageEvent['content_block']): void {
    if (block?.type === 'redacted_thinking') {
      this.#open.set(index, { type: block.type, data: textOf(block.data) });
    } else if (block?.type === 'thinking') {
      const thinking = textOf(block.thinking);
      this.#open.set(index, { type: block.type, thinking, signature: textOf(block.signature) });
      asides.think(thinking);
    }
  }

  #continue(asides: Asides, index: unknown, delta: MessageEvent['delta']): void {
    const isThought = delta?.type === 'thinking_delta' || delta?.type === 'signature_delta';
    if (!isThought) {
      // The answer goes on with something else.
      if (delta?.type === 'text_delta' || delta?.type === 'input_json_delta') this.stopAll(asides);
      return;
    }
    const thought = this.#open.get(index) ?? this.#begun(asides, index);
    if (thought.type !== 'thinking') return;
    if (delta.type === 'signature_delta') thought.signature += textOf(delta.signature);
    else {
      const more = textOf(delta.thinking);
      thought.thinking += more;
      asides.think(more);
    }
  }

  /** Not every server starts a block either. */
  #begun(asides: Asides, index: unknown): Open {
    this.stopAll(asides);
    const thought: Open = { type: 'thinking', thinking: '', signature: '' };
    this.#open.set(index, thought);
    return thought;
  }

  /** An empty signature is none: servers that write one refuse it. */
  #stop(asides: Asides, index: unknown): void {
    const thought = this.#open.get(index);
    if (!thought) return;
    this.#open.delete(index);
    const { signature, ...data } = { signature: '', ...thought };
    asides.close({ kind: 'anthropic', data: { ...data, ...(signature !== '' && { signature }) } });
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
