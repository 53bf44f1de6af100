import type { Finish, ToolRequest, Usage } from '../call/model-call.ts';
import { ModelError } from '../call/model-error.ts';
import { ToolCalls } from './tool-calls.ts';
import { WholeCharacters } from './whole-characters.ts';

/** Longest answer, in bytes of UTF-8; far beyond what any model writes in one go. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** What has come of an answer so far, whichever kind of upstream gives it. */
export class AnswerAccumulator {
  readonly #characters = new WholeCharacters();
  readonly #parts: string[] = [];
  #bytes = 0;
  readonly calls = new ToolCalls();
  /** How many parts of it could be read, empty ones among them. */
  pieces = 0;
  finish: Finish | undefined;
  usage: Usage | undefined;
  model: string | undefined;

  /** Takes a piece of its text, and gives what may be passed on. */
  say(text: string): string {
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
   * Why the answer ended, and its calls. An answer that does not say why broke off, and a stream of nothing is no answer.
   * Some providers end an answer with calls by `stop`. Calls that the model did not finish are none to be carried out.
   */
  whole(): { finish: Finish; calls: ToolRequest[] } {
    if (!this.finish) throw new ModelError(this.pieces === 0 ? 'malformed' : 'cut');
    const called = this.calls.count > 0;
    if (this.finish === 'tool_calls' && !called) throw malformed('The answer ends with calls and has none.');
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
