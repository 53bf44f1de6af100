import type { AnswerAccumulator } from '../answer-accumulator.ts';
import type { Fields } from '../parse-json.ts';
import { type Chunk, messageIn } from './chunks.ts';
import { thoughtsIn } from './content.ts';

/** The names that servers give the words of a thought. Some write the same words under both. */
const WORDS = ['reasoning_content', 'reasoning'] as const;
/** Lists of parts with signatures or ciphertext: OpenRouter's, and LiteLLM's. */
const LISTS = ['reasoning_details', 'thinking_blocks'] as const;

/**
 * Reads what a model thought: the words as they come, and the fields as the server wants them back. This
 * API has thoughts beside the answer, so one is complete when the answer goes on with anything else.
 */
export class Thoughts {
  #fields: Fields = {};
  #isOpen = false;

  /** `text`: what the same chunk adds to the answer. */
  take(answer: AnswerAccumulator, chunk: Chunk, text: string): void {
    this.#read(answer, messageIn(chunk));
    if (text !== '' || answer.calls.count > 0 || answer.finish !== undefined) this.end(answer);
  }

  /** Nothing more of the thought will come. */
  end(answer: AnswerAccumulator): void {
    if (this.#isOpen) this.#close(answer);
  }

  #read(answer: AnswerAccumulator, delta: Fields): void {
    answer.asides.think(thoughtsIn(delta.content));
    let isSaid = false;
    for (const name of WORDS) {
      const words = delta[name];
      if (typeof words !== 'string' || (words === '' && name !== 'reasoning_content')) continue;
      this.#isOpen = true;
      this.#fields[name] = textOf(this.#fields[name]) + words;
      if (!isSaid) answer.asides.think(words);
      isSaid ||= words !== '';
    }
    for (const name of LISTS) {
      const parts = delta[name];
      if (!Array.isArray(parts) || parts.length === 0) continue;
      this.#isOpen = true;
      this.#fields[name] = parts.reduce<Fields[]>(withPart, (this.#fields[name] as Fields[] | undefined) ?? []);
    }
  }

  #close(answer: AnswerAccumulator): void {
    answer.asides.close({ kind: 'openai', data: this.#fields });
    this.#fields = {};
    this.#isOpen = false;
  }
}

/** A part with the index of an earlier one continues it. */
const withPart = (parts: Fields[], part: unknown): Fields[] => {
  if (typeof part !== 'object' || part === null) return parts;
  const more = part as Fields;
  const at =
    more.index === undefined ? -1 : parts.findIndex(({ index, type }) => index === more.index && type === more.type);
  const before = parts[at];
  if (!before) return [...parts, more];
  return parts.with(
    at,
    Object.fromEntries(
      [...new Set([...Object.keys(before), ...Object.keys(more)])].map((name) => [
        name,
        joined(name, before[name], more[name]),
      ]),
    ),
  );
};

const joined = (name: string, before: unknown, more: unknown): unknown => {
  if (more === undefined || more === null) return before;
  const grows = name === 'text' || name === 'summary' || name === 'data' || name === 'thinking';
  return grows && typeof before === 'string' && typeof more === 'string' ? before + more : more;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
