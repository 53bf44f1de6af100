import { CONTEXT } from './context.ts';
import { fold } from './fold.ts';
import type { Candidate, Span } from './types.ts';

/**
 * What a redacting stream has not let go yet, raw and folded, with the folded context to its left. Offsets are into
 * `text`, in which the pending part starts at `from`.
 */
export class PendingText {
  text = '';
  from = 0;
  #raw = '';
  /** Raw offset of each folded code unit of the pending part, or undefined while none moved. */
  #origin: number[] | undefined;

  append(chunk: string): void {
    const { text, origin } = fold(chunk);
    if (origin !== undefined && this.#origin === undefined)
      this.#origin = Array.from({ length: this.#raw.length }, (_, at) => at);
    if (this.#origin !== undefined) {
      const shift = this.#raw.length;
      for (let at = 0; at < text.length; at += 1) this.#origin.push(shift + (origin?.[at] ?? at));
    }
    this.#raw += chunk;
    this.text += text;
  }

  /** The raw offset, counted from the start of the pending part, at which folded code unit `at` starts. */
  rawStart(at: number): number {
    const pending = at - this.from;
    if (this.#origin === undefined) return pending;
    return this.#origin[pending] ?? this.#raw.length;
  }

  /** The finding in raw offsets, counted from the start of the pending part, without invisible characters behind it. */
  spanOf({ type, start, end, score }: Candidate): Span {
    const first = this.rawStart(start);
    const lastUnit = this.rawStart(end - 1);
    const last =
      this.#origin === undefined
        ? lastUnit + 1
        : lastUnit + String.fromCodePoint(this.#raw.codePointAt(lastUnit)!).length;
    return { type, start: first, end: last, value: this.#raw.slice(first, last), score };
  }

  /** The raw text before `at`. */
  rawUpTo(at: number): string {
    return this.#raw.slice(0, this.rawStart(at));
  }

  /** Lets go of everything before `at`, but for its folded end as context; answers how far offsets moved. */
  release(at: number): number {
    const raw = this.rawStart(at);
    const kept = Math.max(0, at - CONTEXT);
    this.#origin = this.#origin?.slice(at - this.from).map((offset) => offset - raw);
    this.#raw = this.#raw.slice(raw);
    if (this.#origin?.every((offset, index) => offset === index) && this.#origin.length === this.#raw.length)
      this.#origin = undefined;
    this.text = this.text.slice(kept);
    this.from = at - kept;
    return kept;
  }
}
