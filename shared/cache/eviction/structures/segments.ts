import type { Bounds, Entries } from '../policy.ts';
import { shareOf } from '../policy.ts';
import { capacityFor, grownInt32, grownUint8 } from './slot-array.ts';

/**
 * Some queues of slots, each a doubly linked ring in arrays: adding, taking and removing from the middle are a few writes,
 * nothing is ever moved or compacted. A slot is in one of them at most.
 */
export class Segments {
  readonly #entries: Entries;
  readonly #bounds: Bounds;
  readonly #count: number;
  // Node n below `count` is the end of ring n; slot s is node s + count.
  #next: Int32Array;
  #previous: Int32Array;
  /** One more than the segment of a node; 0 for none. */
  #of: Uint8Array;
  readonly #lengths: Float64Array;
  readonly #bytes: Float64Array;

  constructor(count: number, entries: Entries, bounds: Bounds) {
    this.#entries = entries;
    this.#bounds = bounds;
    this.#count = count;
    this.#next = Int32Array.from({ length: count }, (_, node) => node);
    this.#previous = Int32Array.from({ length: count }, (_, node) => node);
    this.#of = new Uint8Array(count);
    this.#lengths = new Float64Array(count);
    this.#bytes = new Float64Array(count);
  }

  /** As the youngest. */
  append(segment: number, slot: number): void {
    const node = slot + this.#count;
    if (node >= this.#of.length) this.#grow(node);
    const last = this.#previous[segment]!;
    this.#next[last] = node;
    this.#previous[node] = last;
    this.#next[node] = segment;
    this.#previous[segment] = node;
    this.#of[node] = segment + 1;
    this.#lengths[segment]! += 1;
    this.#bytes[segment]! += this.#entries.bytes[slot]!;
  }

  remove(slot: number): void {
    const node = slot + this.#count;
    const segment = this.#of[node]! - 1;
    const next = this.#next[node]!;
    const previous = this.#previous[node]!;
    this.#next[previous] = next;
    this.#previous[next] = previous;
    this.#of[node] = 0;
    this.#lengths[segment]! -= 1;
    this.#bytes[segment]! -= this.#entries.bytes[slot]!;
  }

  /** To the young end of a segment, from wherever it is. */
  move(segment: number, slot: number): void {
    this.remove(slot);
    this.append(segment, slot);
  }

  /** To the young end of its own segment. Nothing is counted anew. */
  renew(slot: number): void {
    const node = slot + this.#count;
    const segment = this.#of[node]! - 1;
    const next = this.#next[node]!;
    if (next === segment) return;
    const previous = this.#previous[node]!;
    this.#next[previous] = next;
    this.#previous[next] = previous;
    const last = this.#previous[segment]!;
    this.#next[last] = node;
    this.#previous[node] = last;
    this.#next[node] = segment;
    this.#previous[segment] = node;
  }

  /** An entry's bytes changed where it is. */
  resized(slot: number, bytesBefore: number): void {
    this.#bytes[this.segmentOf(slot)]! += this.#entries.bytes[slot]! - bytesBefore;
  }

  segmentOf(slot: number): number {
    return this.#of[slot + this.#count]! - 1;
  }

  /** The slot that is longest in a segment, or -1. */
  oldest(segment: number): number {
    return this.#next[segment]! - this.#count < 0 ? -1 : this.#next[segment]! - this.#count;
  }

  length(segment: number): number {
    return this.#lengths[segment]!;
  }

  /** The part of the whole cache that a segment takes. */
  share(segment: number): number {
    return shareOf(this.#bounds, { entries: this.#lengths[segment]!, bytes: this.#bytes[segment]! });
  }

  #grow(node: number): void {
    const capacity = capacityFor(node, this.#of.length);
    this.#next = grownInt32(this.#next, capacity);
    this.#previous = grownInt32(this.#previous, capacity);
    this.#of = grownUint8(this.#of, capacity);
  }
}
