/** The entries that carry a value, for each value. */
export class PostingLists {
  readonly #lists = new Map<unknown, number[]>();

  add(value: unknown, entry: number): void {
    const list = this.#lists.get(value);
    if (list) list.push(entry);
    else this.#lists.set(value, [entry]);
  }

  of(value: unknown): readonly number[] {
    return this.#lists.get(value) ?? [];
  }
}
