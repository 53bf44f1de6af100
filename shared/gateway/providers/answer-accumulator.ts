import type { Finish, ToolRequest, Usage } from '../call/model-call.ts';
import { ModelError } from '../call/model-error.ts';
import { ToolCalls } from './tool-calls.ts';
import { WholeCharacters } from './whole-characters.ts';

/** In UTF-8; far beyond what any model writes in one answer. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Collects an answer from its parts, whichever kind of provider sends it. */
export class AnswerAccumulator {
  readonly #characters = new WholeCharacters();
  readonly #parts: string[] = [];
  #bytes = 0;
  readonly calls = new ToolCalls();
  /** The number of parts that could be read, including empty ones. */
  pieces = 0;
  finish: Finish | undefined;
  usage: Usage | undefined;
  model: string | undefined;

  /** Adds a piece of text; returns what may be passed on. */
  addText(text: string): string {
    return this.#keep(this.#characters.push(text));
  }

  rest(): string {
    return this.#keep(this.#characters.rest());
  }

  get text(): string {
    return this.#parts.join('');
  }

  get hasBegun(): boolean {
    return this.#bytes > 0 || this.calls.count > 0;
  }

  /**
   * Why the answer ended, and its calls. One without a finish reason broke off; one without any part is malformed. Some
   * providers end an answer with calls by `stop`. Calls that the model did not finish must not be carried out.
   */
  whole(): { finish: Finish; calls: ToolRequest[] } {
    if (!this.finish) throw new ModelError(this.pieces === 0 ? 'malformed' : 'cut');
    const called = this.calls.count > 0;
    if (this.finish === 'tool_calls' && !called)
      throw malformed('The finish reason is tool_calls, but the answer has no calls.');
    if (this.finish === 'length' && called) throw new ModelError('too_long');
    if (!called || this.finish === 'content_filter') return { finish: this.finish, calls: [] };
    return { finish: 'tool_calls', calls: this.calls.whole() };
  }

  #keep(text: string): string {
    this.#bytes += Buffer.byteLength(text);
    if (this.#bytes > MAX_ANSWER_BYTES) throw new ModelError('too_long');
    if (text) this.#parts.push(text);
    return text;
  }
}

export const malformed = (message: string): ModelError => new ModelError('malformed', { cause: new Error(message) });
