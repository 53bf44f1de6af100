import type { Point } from '../point.ts';

export type Ranked = { point: Point; rank: number };

/** Keeps the best `limit` of what it is offered: a heap whose root is the worst one kept. */
export class Top {
  readonly #heap: Ranked[] = [];
  readonly #limit: number;
  readonly #least: number;

  constructor(limit: number, least = Number.NEGATIVE_INFINITY) {
    this.#limit = limit;
    this.#least = least;
  }

  /** Whether an offer of this rank would be kept. Asked before the filter is tested, because most would not. */
  wants(rank: number): boolean {
    if (this.#limit === 0 || rank < this.#least) return false;
    return this.#heap.length < this.#limit || rank > this.#heap[0]!.rank;
  }

  offer(point: Point, rank: number): void {
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push({ point, rank });
      this.#rise(heap.length - 1);
    } else {
      heap[0] = { point, rank };
      this.#sink(0);
    }
  }

  /** Best first. */
  ranked(): Ranked[] {
    return [...this.#heap].sort((a, b) => b.rank - a.rank);
  }

  #rise(start: number): void {
    const heap = this.#heap;
    for (let at = start; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (heap[parent]!.rank <= heap[at]!.rank) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(start: number): void {
    const heap = this.#heap;
    for (let at = start; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && heap[child]!.rank < heap[least]!.rank) least = child;
      }
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    const kept = heap[a]!;
    heap[a] = heap[b]!;
    heap[b] = kept;
  }
}
