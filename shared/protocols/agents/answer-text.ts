/**
 * An agent's answer as one growing text, although what it has said may be replaced: what was sent cannot be taken back.
 * A text that begins anew and repeats itself goes on where it was; one that differs follows in a paragraph of its own.
 */
export class AnswerText {
  /** The text as the log has it. */
  #held = '';
  /** As much of it as was sent. */
  #sent = '';
  #begun = false;

  /** A delta replaces everything from its offset on. One past the text held waits for the whole. */
  delta(offset: number, text: string): string {
    if (offset > this.#held.length) return '';
    return this.whole(this.#held.slice(0, offset) + text);
  }

  /** What must be sent so that the reader has the whole text. */
  whole(text: string): string {
    this.#held = text;
    if (this.#sent.startsWith(text)) return '';
    const goesOn = text.startsWith(this.#sent);
    const more = goesOn ? text.slice(this.#sent.length) : `${this.#begun ? '\n\n' : ''}${text}`;
    this.#sent = text;
    this.#begun = true;
    return more;
  }
}
