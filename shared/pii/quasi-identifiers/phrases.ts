/** Names of one or several words, by their first word; asked at a capital letter. */
export class Phrases {
  readonly #byFirst = new Map<string, string[]>();

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      const first = firstWord(phrase);
      const known = this.#byFirst.get(first) ?? [];
      if (!known.includes(phrase)) this.#byFirst.set(first, [...known, phrase]);
    }
    for (const known of this.#byFirst.values()) known.sort((one, other) => other.length - one.length);
  }

  /** The longest phrase that stands at `at`; a word goes no further than it does. */
  at(text: string, at: number, word: string): string | undefined {
    return this.#byFirst
      .get(word)
      ?.find((phrase) => text.startsWith(phrase, at) && !/^[\p{L}\p{M}\d_]/u.test(text.slice(at + phrase.length)));
  }
}

/** Also what a look-up finds at the start of a phrase. */
export const firstWord = (phrase: string): string => /^[\p{L}\p{M}'’-]+/u.exec(phrase)?.[0] ?? phrase;

export const phrasesOf = (list: string): string[] =>
  list
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '');
