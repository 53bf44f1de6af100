const TAIL = 64;
/** A name and a colon, in JSON or in JSON within a string of JSON, whose quotes are escaped as the name's are. */
const behindName = /(\\{0,8})"(?:\s|\\{1,8}[nrt]){0,8}:(?:\s|\\{1,8}[nrt]){0,8}$/;
const behindMark = /[[,]\s{0,32}$/;
/** What opens and closes; any other character tells that a text is no JSON, and need be seen only once outside. */
const structure = /["[\]{}]|[^\s"[\]{}]+/g;

/**
 * Follows a text and knows where a number of JSON stands in it: behind a name and a colon in any text, and as an item of a
 * list in JSON that a text begins with.
 */
export class JsonPlace {
  /** The lists and objects that are open, of JSON alone; undefined in a text that is none. */
  #open: string[] | undefined = [];
  #inString = false;
  #tail = '';

  pass(text: string): void {
    const all = this.#tail + text;
    this.#follow(all, this.#tail.length);
    this.#tail = all.slice(-TAIL);
  }

  /** The quotes that a string in place of the number would have here; undefined where no number of JSON can stand. */
  get quotes(): string | undefined {
    const name = behindName.exec(this.#tail);
    if (name !== null) return `${name[1]}"`;
    return this.#open?.at(-1) === '[' && !this.#inString && behindMark.test(this.#tail) ? '"' : undefined;
  }

  #follow(text: string, from: number): void {
    structure.lastIndex = from;
    for (let match = structure.exec(text); match !== null && this.#open !== undefined; match = structure.exec(text)) {
      const [mark] = match;
      if (mark === '"') this.#quote(text, match.index);
      else if (!this.#inString) this.#mark(mark);
    }
  }

  #quote(text: string, at: number): void {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (this.#open?.length === 0) this.#open = undefined;
    else if (!this.#inString || slashes % 2 === 0) this.#inString = !this.#inString;
  }

  /** Between values of JSON, as in lines of them, only blanks may stand. */
  #mark(mark: string): void {
    if (mark === '[' || mark === '{') this.#open?.push(mark);
    else if (mark === ']' || mark === '}') this.#open?.pop();
    else if (this.#open?.length === 0) this.#open = undefined;
  }
}

const integer = /^-?(?:0|[1-9]\d*)$/;

export const isJsonNumber = (written: string): boolean => integer.test(written);

const fraction = /(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Where a number of JSON ends whose first digits end at `at`. */
export const numberEnd = (text: string, at: number): number => {
  fraction.lastIndex = at;
  fraction.test(text);
  return Math.max(at, fraction.lastIndex);
};
