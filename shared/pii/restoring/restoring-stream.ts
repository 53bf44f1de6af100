import { MAX_PLACEHOLDER_LENGTH, type Placeholders } from '../placeholders.ts';
import { RESTORE_CONTEXT, type RestoreOptions, restoreFrom } from './restore.ts';

/** The start of a placeholder at the end of a text. */
const begun = new RegExp(`<(?:[A-Z][A-Z0-9_]{0,${MAX_PLACEHOLDER_LENGTH - 3}})?$`);
/** The start of a string that is a placeholder, which may stand for a number. */
const begunString = new RegExp(
  `(?:\\\\{1,4}|\\\\{0,4}"(?:<(?:[A-Z][A-Z0-9_]{0,${MAX_PLACEHOLDER_LENGTH - 3}}(?:>(?:\\\\{0,4}(?:"\\s{0,8})?)?)?)?)?)$`,
);
const halfCharacter = /[\uD800-\uDBFF]$/;
/** Nothing that is held back is longer: a placeholder, with escapes and blanks around each of its parts. */
const MAX_HELD_LENGTH = 4 * MAX_PLACEHOLDER_LENGTH;

/**
 * `restore` for text that comes in pieces. Holds back only what may still become a placeholder, as a rule at most 51
 * characters, and the first half of a surrogate pair.
 */
export class RestoringStream {
  readonly #placeholders: Placeholders;
  readonly #options: RestoreOptions;
  #held = '';
  /** The end of what has been let go, as it came. */
  #context = '';

  constructor(placeholders: Placeholders, options: RestoreOptions = {}) {
    this.#placeholders = placeholders;
    this.#options = options;
  }

  push(chunk: string): string {
    const text = this.#held + chunk;
    const cut = this.#openFrom(text);
    this.#held = text.slice(cut);
    return this.#restored(text.slice(0, cut));
  }

  end(): string {
    const rest = this.#held;
    this.#held = '';
    const restored = this.#restored(rest);
    this.#context = '';
    return restored;
  }

  /** Where that starts which more text could change. */
  #openFrom(text: string): number {
    const { spellings } = this.#options;
    const context = this.#context.slice(-2);
    const tail = context + text.slice(-MAX_HELD_LENGTH);
    const shift = text.length + context.length - tail.length;
    const patterns = [begun, halfCharacter, ...(spellings ? [spellings.begun] : [])];
    if (this.#placeholders.numbers !== undefined && this.#placeholders.numbers.size > 0) patterns.push(begunString);
    const starts = patterns.flatMap((pattern) => pattern.exec(tail)?.index ?? []);
    return Math.max(0, shift + Math.min(tail.length, ...starts) - context.length);
  }

  #restored(text: string): string {
    const context = this.#context;
    this.#context = (context + text).slice(-RESTORE_CONTEXT);
    return restoreFrom(context + text, context.length, this.#placeholders, this.#options);
  }
}
