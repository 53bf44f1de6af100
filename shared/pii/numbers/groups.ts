import { continuesWord, isDigitCode } from '../reading/characters.ts';
import { isFraction } from '../reading/context.ts';

/**
 * A row of digit groups with a few separating characters between two: `8 (903) 123-45-67` has five. One instance
 * is reused by a scan, so a row is valid until the next `read`.
 */
export class DigitGroups {
  static readonly #LIMIT = 40;
  #text = '';
  count = 0;
  readonly starts = new Int32Array(DigitGroups.#LIMIT);
  readonly ends = new Int32Array(DigitGroups.#LIMIT);

  /** Reads the row that starts with the digit at `at`; answers its end. */
  read(text: string, at: number): number {
    this.#text = text;
    this.count = 0;
    let position = at;
    while (this.count < DigitGroups.#LIMIT) {
      const start = position;
      while (isDigitCode(text.charCodeAt(position))) position += 1;
      this.starts[this.count] = start;
      this.ends[this.count] = position;
      this.count += 1;
      const next = nextGroup(text, position);
      if (next < 0) break;
      position = next;
    }
    return this.ends[this.count - 1]!;
  }

  start(group: number): number {
    return this.starts[group]!;
  }

  end(group: number): number {
    return this.ends[group]!;
  }

  size(group: number): number {
    return group < this.count ? this.ends[group]! - this.starts[group]! : 0;
  }

  /** The digits of groups `first` to `last`. */
  digits(first: number, last: number): string {
    let digits = '';
    for (let group = first; group <= last; group += 1) digits += this.#text.slice(this.starts[group], this.ends[group]);
    return digits;
  }

  /** What stands between `group` and the next. */
  separator(group: number): string {
    return this.#text.slice(this.ends[group]!, this.starts[group + 1]!);
  }

  separators(first: number, last: number): string[] {
    const found: string[] = [];
    for (let group = first; group < last; group += 1) found.push(this.separator(group));
    return found;
  }

  /** True when the groups from `first` on have exactly these sizes. */
  shaped(first: number, sizes: readonly number[]): boolean {
    return sizes.every((size, index) => this.size(first + index) === size);
  }

  /** No letter, digit or decimal point continues groups `first` to `last`: on either side, or on the left alone. */
  stands(first: number, last: number, bothSides = true): boolean {
    const text = this.#text;
    const start = this.start(first);
    if (continuesWord(text.charCodeAt(start - 1))) return false;
    if (bothSides && continuesWord(text.charCodeAt(this.end(last)))) return false;
    return first > 0 || !isFraction(text, start);
  }
}

/** `(+44) - 20` has four. */
const MAX_SEPARATORS = 4;

/** Space . - / ( ) № */
const separates = (code: number): boolean =>
  code === 32 || code === 46 || code === 45 || code === 47 || code === 40 || code === 41 || code === 0x2116;

const nextGroup = (text: string, at: number): number => {
  for (let position = at; position <= at + MAX_SEPARATORS; position += 1) {
    const code = text.charCodeAt(position);
    if (isDigitCode(code)) return position > at ? position : -1;
    if (!separates(code)) return -1;
  }
  return -1;
};
