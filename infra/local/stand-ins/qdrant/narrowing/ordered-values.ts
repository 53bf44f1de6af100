/** From one number to another, both included. */
export type NumberSpan = { from: number; to: number };

/** Entries out of order that are kept apart before they are sorted in. */
const maxLate = 512;

/** Entries by a number, in its order. Most values grow with time, so most entries belong at the end. */
export class OrderedValues {
  #values: number[] = [];
  #entries: number[] = [];
  #late: { value: number; entry: number }[] = [];

  add(value: number, entry: number): void {
    const last = this.#values.at(-1);
    if (last !== undefined && value < last) {
      this.#late.push({ value, entry });
      return;
    }
    this.#values.push(value);
    this.#entries.push(entry);
  }

  /** An upper bound of how many entries `within` returns. */
  count(span: NumberSpan): number {
    const { start, end } = this.#find(span);
    return Math.max(0, end - start) + this.#late.length;
  }

  within(span: NumberSpan): number[] {
    const { start, end } = this.#find(span);
    const late = this.#late.filter(({ value }) => value >= span.from && value <= span.to);
    return [...this.#entries.slice(start, end), ...late.map(({ entry }) => entry)];
  }

  #find({ from, to }: NumberSpan): { start: number; end: number } {
    if (this.#late.length > maxLate) this.#sortIn();
    return { start: this.#firstWhere((value) => value >= from), end: this.#firstWhere((value) => value > to) };
  }

  /** The first place whose value, and so every later one, passes the test. */
  #firstWhere(passes: (value: number) => boolean): number {
    let [low, high] = [0, this.#values.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (passes(this.#values[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #sortIn(): void {
    const all = this.#values.map((value, n) => ({ value, entry: this.#entries[n]! }));
    const sorted = [...all, ...this.#late].sort((a, b) => a.value - b.value);
    this.#values = sorted.map(({ value }) => value);
    this.#entries = sorted.map(({ entry }) => entry);
    this.#late = [];
  }
}
