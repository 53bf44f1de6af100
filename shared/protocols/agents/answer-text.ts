/**
 * An agent's answer as one growing text. The agent may replace text that was sent already and cannot be taken back: a new
 * text that starts like the sent one continues it; one that differs follows as a new paragraph.
 */
export class AnswerText {
  /** The text according to the event log. */
  #held = '';
  /** The text that was sent. */
  #sent = '';
  #begun = false;

  /** A delta replaces everything from its offset on. One beyond the known text is skipped: `whole` will bring it. */
  delta(offset: number, text: string): string {
    if (offset > this.#held.length) return '';
    return this.whole(this.#held.slice(0, offset) + text);
  }

  /** The text to send so that the reader has the whole answer. */
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
