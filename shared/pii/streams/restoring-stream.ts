import { MAX_PLACEHOLDER_LENGTH, type Placeholders } from '../placeholders.ts';
import { type RestoreOptions, restore } from '../restore.ts';

/** The start of a placeholder at the end of a text. */
const begun = new RegExp(`<(?:[A-Z][A-Z0-9_]{0,${MAX_PLACEHOLDER_LENGTH - 3}})?$`);
const halfCharacter = /[\uD800-\uDBFF]$/;

/**
 * `restore` for text that comes in pieces. Holds back only the start of a placeholder, at most 51 characters, and the
 * first half of a surrogate pair.
 */
export class RestoringStream {
  readonly #placeholders: Placeholders;
  readonly #options: RestoreOptions;
  #held = '';

  constructor(placeholders: Placeholders, options: RestoreOptions = {}) {
    this.#placeholders = placeholders;
    this.#options = options;
  }

  push(chunk: string): string {
    const text = this.#held + chunk;
    const open = begun.exec(text.slice(-MAX_PLACEHOLDER_LENGTH)) ?? halfCharacter.exec(text);
    const cut = text.length - (open?.[0].length ?? 0);
    this.#held = text.slice(cut);
    return restore(text.slice(0, cut), this.#placeholders, this.#options);
  }

  end(): string {
    const rest = this.#held;
    this.#held = '';
    return restore(rest, this.#placeholders, this.#options);
  }
}
