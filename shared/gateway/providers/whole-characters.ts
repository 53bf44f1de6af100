/**
 * Passes text on in pieces that never end within a character: the first half of a surrogate pair waits for the second. A
 * half that stays alone becomes U+FFFD, as it would in UTF-8.
 */
export class WholeCharacters {
  #half = '';

  push(text: string): string {
    const all = this.#half + text;
    const last = all.charCodeAt(all.length - 1);
    const cut = last >= 0xd800 && last <= 0xdbff ? all.length - 1 : all.length;
    this.#half = all.slice(cut);
    return all.slice(0, cut).toWellFormed();
  }

  rest(): string {
    const rest = this.#half.toWellFormed();
    this.#half = '';
    return rest;
  }
}
