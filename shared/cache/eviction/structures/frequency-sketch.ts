import { mixed } from './hash.ts';

const ROWS = 4;
const MOST = 15;
/** Counters of a row, for each entry of the cache. */
const COUNTERS_FOR_EACH = 4;
const BITS_FOR_EACH = 8;
/** Uses for each entry of the cache after which all counts are halved, so that old fame fades. */
const USES_TO_HALVE = 10;
const FIRST_SIZE = 16;

/**
 * How often keys were wanted lately, in a few bytes for each entry: a count-min sketch behind a doorkeeper, a Bloom filter
 * that takes the first use of each key, so that keys wanted once use up no counters (TinyLFU, Einziger et al., 2017).
 */
export class FrequencySketch {
  #size = 0;
  #counters = new Uint8Array(0);
  #door = new Uint32Array(0);
  #uses = 0;

  constructor() {
    this.#enlarge(FIRST_SIZE);
  }

  /** Makes room for this many entries. What was counted stays. */
  ensure(entries: number): void {
    while (this.#size < entries) this.#enlarge(this.#size * 2);
  }

  used(hash: number): void {
    if (this.#passesDoor(hash)) this.#count(hash);
    this.#uses += 1;
    if (this.#uses >= USES_TO_HALVE * this.#size) this.#halve();
  }

  /** At most what `used` was told since, and a little more where keys collide. */
  frequency(hash: number): number {
    const width = this.#counters.length / ROWS;
    let least = MOST;
    let place = hash;
    for (let row = 0; row < ROWS; row += 1) {
      least = Math.min(least, this.#counters[row * width + (place & (width - 1))]!);
      place = mixed(place + row + 1);
    }
    return least + (this.#isKnown(hash) ? 1 : 0);
  }

  #count(hash: number): void {
    const width = this.#counters.length / ROWS;
    let place = hash;
    for (let row = 0; row < ROWS; row += 1) {
      const at = row * width + (place & (width - 1));
      if (this.#counters[at]! < MOST) this.#counters[at]! += 1;
      place = mixed(place + row + 1);
    }
  }

  #bits(hash: number): [number, number] {
    const last = this.#door.length * 32 - 1;
    return [mixed(hash ^ 0x9e3779b9) & last, mixed(hash ^ 0x85ebca77) & last];
  }

  #isKnown(hash: number): boolean {
    return this.#bits(hash).every((bit) => (this.#door[bit >>> 5]! & (1 << (bit & 31))) !== 0);
  }

  /** Whether the doorkeeper knew the key already; now it does. */
  #passesDoor(hash: number): boolean {
    if (this.#isKnown(hash)) return true;
    for (const bit of this.#bits(hash)) this.#door[bit >>> 5]! |= 1 << (bit & 31);
    return false;
  }

  #halve(): void {
    this.#uses = Math.floor(this.#uses / 2);
    this.#door.fill(0);
    for (let at = 0; at < this.#counters.length; at += 1) this.#counters[at]! >>= 1;
  }

  /** A place in the larger row is the place in the smaller one and a bit more: each half begins as a copy of the whole. */
  #enlarge(size: number): void {
    const width = this.#counters.length / ROWS;
    const counters = new Uint8Array(size * COUNTERS_FOR_EACH * ROWS);
    for (let row = 0; row < ROWS && width > 0; row += 1) {
      const old = this.#counters.subarray(row * width, (row + 1) * width);
      for (let half = 0; half < 2; half += 1) counters.set(old, (2 * row + half) * width);
    }
    const door = new Uint32Array((size * BITS_FOR_EACH) / 32);
    for (let at = 0; at < door.length && this.#door.length > 0; at += this.#door.length) door.set(this.#door, at);
    this.#counters = counters;
    this.#door = door;
    this.#size = size;
  }
}
