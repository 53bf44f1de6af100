import type { Entries } from '../eviction/index.ts';
import { capacityFor, grownFloat64, grownUint32 } from '../eviction/structures/slot-array.ts';

const NONE = -1;

/** Where entries lie: what belongs to one stands at the same index of some arrays, which takes far less than an object each. */
export class Slots<V> implements Entries {
  hashes = new Uint32Array(0);
  bytes = new Uint32Array(0);
  expires_at_ms = new Float64Array(0);
  readonly keys: (string | undefined)[] = [];
  readonly values: (V | undefined)[] = [];
  /** Free slots, each holding the next one in its bytes. */
  #firstFree = NONE;

  /** The number of slots there ever were: all are below it. */
  get end(): number {
    return this.keys.length;
  }

  take(key: string, hash: number): number {
    const slot = this.#free();
    this.keys[slot] = key;
    this.hashes[slot] = hash;
    return slot;
  }

  /** Nothing of the entry is held any more. */
  release(slot: number): void {
    this.keys[slot] = undefined;
    this.values[slot] = undefined;
    this.bytes[slot] = this.#firstFree === NONE ? slot : this.#firstFree;
    this.#firstFree = slot;
  }

  #free(): number {
    const slot = this.#firstFree;
    if (slot !== NONE) {
      const next = this.bytes[slot]!;
      this.#firstFree = next === slot ? NONE : next;
      return slot;
    }
    const added = this.keys.length;
    if (added >= this.hashes.length) this.#grow(added);
    return added;
  }

  #grow(slot: number): void {
    const capacity = capacityFor(slot, this.hashes.length);
    this.hashes = grownUint32(this.hashes, capacity);
    this.bytes = grownUint32(this.bytes, capacity);
    this.expires_at_ms = grownFloat64(this.expires_at_ms, capacity);
  }
}
