import type { Candidate, Span } from '../types.ts';
import { CONTEXT } from './context.ts';
import { escapeLength, meaningOf } from './escapes.ts';
import { fold } from './fold.ts';

/** The raw offset of each folded code unit. Grows by doubling. */
class Offsets {
  #values = new Int32Array(0);
  length = 0;

  at(index: number): number | undefined {
    return index < this.length ? this.#values[index] : undefined;
  }

  /** Adds the offsets of `count` units: those in `moved`, or else consecutive ones, all relative to `shift`. */
  append(count: number, shift: number, moved?: Int32Array): void {
    if (this.length + count > this.#values.length) {
      const grown = new Int32Array(Math.max(this.length + count, 2 * this.length));
      grown.set(this.#values.subarray(0, this.length));
      this.#values = grown;
    }
    for (let index = 0; index < count; index += 1) {
      this.#values[this.length + index] = shift + (moved === undefined ? index : moved[index]!);
    }
    this.length += count;
  }

  /** Drops the first `count` offsets and makes the others relative to `raw`. */
  drop(count: number, raw: number): void {
    this.#values = this.#values.slice(count, this.length).map((offset) => offset - raw);
    this.length = this.#values.length;
  }
}

/**
 * The text that has not been released yet, raw and folded, with the folded context to its left. Offsets are into `text`, where
 * the pending part starts at `from`. `meant`: escapes are decoded.
 */
export class PendingText {
  text: string;
  from: number;
  readonly #meant: boolean;
  #raw = '';
  /** Undefined while folded and raw offsets are the same. */
  #origin: Offsets | undefined;

  constructor(context = '', meant = false) {
    this.text = context;
    this.from = context.length;
    this.#meant = meant;
  }

  get raw(): string {
    return this.#raw;
  }

  append(chunk: string): void {
    const { text, origin } = fold(chunk, this.#meant);
    const shift = this.#raw.length;
    if (origin !== undefined && this.#origin === undefined) {
      this.#origin = new Offsets();
      this.#origin.append(shift, 0);
    }
    this.#origin?.append(text.length, shift, origin);
    this.#raw += chunk;
    this.text += text;
  }

  /** The finding in raw offsets from the start of the pending part, without invisible characters after it. */
  spanOf({ type, start, end, score }: Candidate): Span {
    const first = this.#rawStart(start);
    const last = this.#rawStart(end - 1);
    const behind = last + (this.#origin === undefined ? 1 : this.#lengthAt(last));
    return { type, start: first, end: behind, value: meaningOf(type, this.#raw.slice(first, behind)), score };
  }

  /** The raw offset of `at`, counted from the start of the pending part. */
  rawAt(at: number): number {
    return this.#rawStart(at);
  }

  /** The first offset whose raw one is `raw` or behind it. */
  indexOf(raw: number): number {
    if (this.#origin === undefined) return this.from + raw;
    let low = 0;
    let high = this.#origin.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#origin.at(middle)! < raw) low = middle + 1;
      else high = middle;
    }
    return this.from + low;
  }

  /** The raw text before `at`. */
  rawUpTo(at: number): string {
    return this.#raw.slice(0, this.#rawStart(at));
  }

  /** Releases everything before `at`, except for its folded end as context; returns by how much offsets have moved. */
  release(at: number): number {
    const raw = this.#rawStart(at);
    const kept = Math.max(0, at - CONTEXT);
    this.#origin?.drop(at - this.from, raw);
    this.#raw = this.#raw.slice(raw);
    this.text = this.text.slice(kept);
    this.from = at - kept;
    if (this.#raw === '') this.#origin = undefined;
    return kept;
  }

  /** Code units of the character or the escape at a raw offset. */
  #lengthAt(raw: number): number {
    const escaped = this.#meant ? escapeLength(this.#raw, raw) : 0;
    return escaped || String.fromCodePoint(this.#raw.codePointAt(raw)!).length;
  }

  #rawStart(at: number): number {
    const pending = at - this.from;
    if (this.#origin === undefined) return pending;
    return this.#origin.at(pending) ?? this.#raw.length;
  }
}
