import { type Arena, type Block, blockCapacity, type Selection, strideOf, viewOf } from './arena.ts';
import { sketchLane } from './sketch-kernel.ts';

const largestByte = 127;
const largestShort = 32_767;
/** Half of what 32 bits hold: no sum of products overflows, by the inequality of Cauchy and Schwarz. */
const largestSum = 2 ** 30;
/** What single precision may add to a product of unit vectors, with room to spare. */
const rounding = 1e-4;
const bytesInFloat = 4;

/** Bytes from one sketch to the next. */
const sketchStrideOf = (size: number): number => Math.ceil(size / sketchLane) * sketchLane;

/** A query as sketches are compared with it. */
export type SketchedQuery = {
  shorts: Int16Array;
  /** Of one unit of `shorts`. */
  scale: number;
  length: number;
  /** Length of what rounding took from it. */
  error: number;
};

export function sketchedQuery(query: Float32Array, size: number): SketchedQuery {
  const shorts = new Int16Array(sketchStrideOf(size));
  const length = Math.sqrt(query.reduce((sum, value) => sum + value * value, 0));
  const largest = query.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const longest = largestSum / (largestByte * Math.sqrt(shorts.length));
  const scale = Math.max(largest / largestShort, length / longest) || 1;
  let squares = 0;
  for (let i = 0; i < size; i++) {
    shorts[i] = Math.round(query[i]! / scale);
    squares += (query[i]! - shorts[i]! * scale) ** 2;
  }
  return { shorts, scale, length, error: Math.sqrt(squares) };
}

/**
 * The vectors of one block in a byte for each number, to tell cheaply which of them are too far from a query. A product of
 * sketches and what rounding took from both bound the true product from above: of `|v·q - v'·q'|` the parts are
 * `(v - v')·q` and `v'·(q - q')`, each at most the product of its lengths. So nothing that is near is ever left out.
 */
export class Sketch {
  readonly #block: Block;
  readonly #arena: Arena;
  readonly #size: number;
  readonly #stride: number;
  readonly #scales = new Float64Array(blockCapacity);
  readonly #errors = new Float64Array(blockCapacity);
  readonly #lengths = new Float64Array(blockCapacity);

  constructor(arena: Arena, size: number) {
    this.#arena = arena;
    this.#size = size;
    this.#stride = sketchStrideOf(size);
    this.#block = arena.allocate((blockCapacity * this.#stride) / bytesInFloat);
  }

  /** A sketch of all the vectors of a block, of which there are `count`. */
  static of(arena: Arena, { block, size, count }: { block: Block; size: number; count: number }): Sketch {
    const sketch = new Sketch(arena, size);
    const vectors = viewOf(block);
    for (let n = 0; n < count; n++) sketch.set(n, vectors.subarray(n * strideOf(size), n * strideOf(size) + size));
    return sketch;
  }

  set(number: number, vector: Float32Array): void {
    const { region, at } = this.#block;
    const bytes = new Int8Array(region.memory.buffer, at + number * this.#stride, this.#size);
    let largest = 0;
    let squares = 0;
    for (let i = 0; i < vector.length; i++) {
      const value = vector[i]!;
      squares += value * value;
      if (value > largest) largest = value;
      else if (-value > largest) largest = -value;
    }
    const scale = largest / largestByte || 1;
    const inverse = 1 / scale;
    let lost = 0;
    for (let i = 0; i < vector.length; i++) {
      const value = vector[i]!;
      const scaled = value * inverse;
      const byte = (scaled < 0 ? scaled - 0.5 : scaled + 0.5) | 0;
      bytes[i] = byte;
      const rest = value - byte * scale;
      lost += rest * rest;
    }
    this.#scales[number] = scale;
    // Numbers too large for it have no sketch, and no bound either.
    this.#errors[number] = Number.isFinite(lost) ? Math.sqrt(lost) : Number.POSITIVE_INFINITY;
    this.#lengths[number] = Math.sqrt(squares) + this.#errors[number]!;
  }

  /** Of a selection of this block, the vectors whose product with the query may be one that is wanted. */
  near(selection: Selection, query: SketchedQuery, wants: (product: number) => boolean): Selection['runs'] {
    const { region, at } = this.#block;
    const sums = region.sketchProducts({ at, stride: this.#stride, runs: selection.runs }, query.shorts);
    const runs: Selection['runs'] = [];
    let done = 0;
    for (const { first, count } of selection.runs) {
      for (let n = first; n < first + count; n++) {
        const [error, length] = [this.#errors[n]!, this.#lengths[n]!];
        const product = sums[done++]! * this.#scales[n]! * query.scale;
        const slack = error * query.length + length * query.error + rounding * (length + error) * query.length;
        const bound = product + slack;
        if (!Number.isNaN(bound) && !wants(bound)) continue;
        const run = runs.at(-1);
        if (run && run.first + run.count === n) run.count++;
        else runs.push({ first: n, count: 1 });
      }
    }
    return runs;
  }

  release(): void {
    this.#arena.free(this.#block);
  }
}
