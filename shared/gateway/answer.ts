import type { OpenAI } from 'openai';
import type { Finish, ToolRequest, Usage } from './model-call.ts';
import { ModelError } from './model-error.ts';
import { ToolCalls } from './tool-calls.ts';
import { WholeCharacters } from './whole-characters.ts';

/** Longest answer, in bytes of UTF-8; far beyond what any model writes in one go. */
const LONGEST_ANSWER = 1024 * 1024;

const FINISHES: Record<string, Finish> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'content_filter',
  tool_calls: 'tool_calls',
};

/** What has come of an answer so far. */
export class Answer {
  readonly #characters = new WholeCharacters();
  readonly #parts: string[] = [];
  readonly #calls = new ToolCalls();
  #chunks = 0;
  #bytes = 0;
  finish: Finish | undefined;
  usage: Usage | undefined;
  model: string | undefined;

  /** The text of a chunk that may be passed on. */
  take(chunk: OpenAI.ChatCompletionChunk): string {
    if (!Array.isArray(chunk?.choices)) throw malformed('A chunk has no choices.');
    this.#chunks += 1;
    // Set again below: an answer with a chunk that cannot be read has not ended well, also if its end had come before.
    const finish = this.finish;
    this.finish = undefined;
    this.model ??= chunk.model || undefined;
    if (chunk.usage) this.usage = usageOf(chunk.usage);
    const [choice] = chunk.choices;
    if (choice?.delta?.tool_calls) this.#calls.add(choice.delta.tool_calls);
    const text = choice?.delta?.content ?? choice?.delta?.refusal ?? '';
    if (typeof text !== 'string') throw malformed("A chunk's content is no text.");
    const whole = this.#keep(this.#characters.push(text));
    this.finish = choice?.finish_reason ? finishOf(choice.finish_reason) : finish;
    return whole;
  }

  rest(): string {
    return this.#keep(this.#characters.rest());
  }

  get text(): string {
    return this.#parts.join('');
  }

  get hasBegun(): boolean {
    return this.#bytes > 0 || this.#calls.count > 0;
  }

  /**
   * Why the answer ended, and its calls. An answer that does not say why broke off, and a stream of nothing is no answer.
   * Some providers end an answer with calls by `stop`. Calls that the model did not finish are none to be carried out.
   */
  whole(): { finish: Finish; calls: ToolRequest[] } {
    if (!this.finish) throw new ModelError(this.#chunks === 0 ? 'malformed' : 'cut');
    const called = this.#calls.count > 0;
    if (this.finish === 'tool_calls' && !called) throw malformed('The answer ends with calls and has none.');
    if (this.finish === 'length' && called) throw new ModelError('too_long');
    if (!called || this.finish === 'content_filter') return { finish: this.finish, calls: [] };
    return { finish: 'tool_calls', calls: this.#calls.whole() };
  }

  #keep(text: string): string {
    this.#bytes += Buffer.byteLength(text);
    if (this.#bytes > LONGEST_ANSWER) throw new ModelError('too_long');
    if (text) this.#parts.push(text);
    return text;
  }
}

const finishOf = (reason: string): Finish => {
  const finish = FINISHES[reason];
  if (!finish) throw malformed(`Unknown finish reason ${reason.slice(0, 40)}.`);
  return finish;
};

const usageOf = ({ prompt_tokens, completion_tokens }: OpenAI.CompletionUsage): Usage | undefined =>
  Number.isSafeInteger(prompt_tokens) && Number.isSafeInteger(completion_tokens)
    ? { promptTokens: prompt_tokens, completionTokens: completion_tokens, estimated: false }
    : undefined;

const malformed = (message: string): ModelError => new ModelError('malformed', { cause: new Error(message) });
