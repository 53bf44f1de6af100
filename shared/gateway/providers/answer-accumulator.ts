import type { Finish, ToolRequest, Usage } from '../call/model-call.ts';
import { ModelError, ProviderSaid } from '../call/model-error.ts';
import { Asides } from './asides.ts';
import { isCalledOff, meaningOf } from './finish-reasons.ts';
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
  /** Thoughts and refusals. */
  readonly asides = new Asides();
  /** The number of parts that could be read, including empty ones. */
  pieces = 0;
  /** Part of an answer has arrived, even an empty one, and not only metadata. */
  isPresent = false;
  /** The provider said that nothing more will come. */
  isClosed = false;
  finish: Finish | undefined;
  /** The provider ended the answer by saying that it failed. */
  failure: ModelError | undefined;
  /** The provider's own word for the end, and the text at which the answer stopped. */
  cause: string | undefined;
  stopSequence: string | undefined;
  usage: Usage | undefined;
  model: string | undefined;
  /** The provider's name for the answer. */
  id: string | undefined;

  /** Adds a piece of text; returns what may be passed on. */
  addText(text: string): string {
    return this.#keep(this.#characters.push(text));
  }

  /** Ends the answer, for the reason that the provider gives in its own word. */
  end(word: string): void {
    this.cause = word;
    const meaning = meaningOf(word);
    if (meaning !== 'cut') this.finish = meaning;
    else {
      const cause = new ProviderSaid(`The provider ended the answer by ${word.slice(0, 40)}.`);
      this.failure = new ModelError('cut', { cause, code: word.slice(0, 40), sparesUpstream: isCalledOff(word) });
    }
  }

  rest(): string {
    return this.#keep(this.#characters.rest());
  }

  get text(): string {
    return this.#parts.join('');
  }

  get hasBegun(): boolean {
    return this.#bytes > 0 || this.calls.count > 0 || this.asides.hasBegun;
  }

  get hasEnded(): boolean {
    return this.finish !== undefined || this.failure !== undefined;
  }

  /**
   * Why the answer ended, and its calls. One that the provider closed without a reason has ended; one that just stops broke
   * off; one without any part is malformed. Some providers end an answer with calls by `stop`, or one without calls by
   * `tool_calls`. Calls that the model did not finish must not be carried out.
   */
  whole(): { finish: Finish; calls: ToolRequest[] } {
    if (this.failure) throw this.failure;
    if (this.pieces === 0 || (this.isClosed && !this.isPresent)) throw malformed('The response has no answer.');
    const finish = this.finish ?? (this.isClosed && this.calls.areFinished ? 'stop' : undefined);
    if (!finish) throw new ModelError('cut');
    if (finish === 'content_filter' || this.asides.hasRefused) return { finish: 'content_filter', calls: [] };
    if (finish === 'length') return { finish, calls: this.calls.finished() };
    if (this.calls.count > 0) return { finish: 'tool_calls', calls: this.calls.whole() };
    if (finish === 'tool_calls' && this.#bytes === 0)
      throw malformed('The finish reason is tool_calls, but the answer has neither calls nor words.');
    return { finish: finish === 'tool_calls' ? 'stop' : finish, calls: [] };
  }

  #keep(text: string): string {
    this.#bytes += Buffer.byteLength(text);
    if (this.#bytes > MAX_ANSWER_BYTES) throw new ModelError('too_long');
    if (text) this.#parts.push(text);
    return text;
  }
}

export const malformed = (message: string): ModelError => new ModelError('malformed', { cause: new Error(message) });
