import { capacityFor, grownFloat64, grownInt32 } from './slot-array.ts';

const NOWHERE = -1;

/** Slots in the order of a number each, least first: a binary heap that knows where each slot is. */
export class SlotHeap {
  #slots = new Int32Array(0);
  #places = new Int32Array(0);
  #ranks = new Float64Array(0);
  #length = 0;

  add(slot: number, rank: number): void {
    if (slot >= this.#ranks.length) this.#grow(slot);
    this.#ranks[slot] = rank;
    this.#rise(this.#length, slot);
    this.#length += 1;
  }

  rankOf(slot: number): number {
    return this.#ranks[slot]!;
  }

  /** Gives a slot that is in it another rank. */
  rerank(slot: number, rank: number): void {
    const before = this.#ranks[slot]!;
    this.#ranks[slot] = rank;
    const place = this.#places[slot]!;
    if (rank < before) this.#rise(place, slot);
    else this.#sink(place, slot);
  }

  remove(slot: number): void {
    const place = this.#places[slot]!;
    this.#length -= 1;
    const last = this.#slots[this.#length]!;
    this.#places[slot] = NOWHERE;
    if (last === slot) return;
    // Whoever fills the gap came from elsewhere in the heap: it may belong higher or lower.
    this.#rise(place, last);
    this.#sink(this.#places[last]!, last);
  }

  /** The slot of least rank, which leaves. There is one. */
  pop(): number {
    const slot = this.#slots[0]!;
    this.remove(slot);
    return slot;
  }

  #rise(from: number, slot: number): void {
    const rank = this.#ranks[slot]!;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = this.#slots[parent]!;
      if (this.#ranks[above]! <= rank) break;
      this.#put(place, above);
      place = parent;
    }
    this.#put(place, slot);
  }

  #sink(from: number, slot: number): void {
    const rank = this.#ranks[slot]!;
    let place = from;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#length) break;
      if (child + 1 < this.#length && this.#rankAt(child + 1) < this.#rankAt(child)) child += 1;
      if (this.#rankAt(child) >= rank) break;
      this.#put(place, this.#slots[child]!);
      place = child;
    }
    this.#put(place, slot);
  }

  #rankAt(place: number): number {
    return this.#ranks[this.#slots[place]!]!;
  }

  #put(place: number, slot: number): void {
    this.#slots[place] = slot;
    this.#places[slot] = place;
  }

  #grow(slot: number): void {
    const capacity = capacityFor(slot, this.#ranks.length);
    this.#slots = grownInt32(this.#slots, capacity);
    this.#places = grownInt32(this.#places, capacity);
    this.#ranks = grownFloat64(this.#ranks, capacity);
  }
}
