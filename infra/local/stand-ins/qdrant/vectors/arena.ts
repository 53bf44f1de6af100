import { type DotKernel, dotKernel, lane } from './dot-kernel.ts';
import { type SketchKernel, sketchKernel } from './sketch-kernel.ts';
import { webAssembly } from './web-assembly.ts';

const pageSize = 65_536;
const maxPages = 65_536;
/** Grown by at least this much at once, because growing is slow. */
const growthPages = 64;
const floatSize = Float32Array.BYTES_PER_ELEMENT;

/** Vectors a block holds at most. Growing by blocks never copies what is there, however large a tenant becomes. */
export const blockCapacity = 1024;
/** Qdrant's own limit. */
export const maxVectorSize = 65_536;

/** Floats from one vector to the next, which the kernel wants to be a multiple of its step. */
export function strideOf(size: number): number {
  const step = lane / floatSize;
  return Math.ceil(size / step) * step;
}

/** A run of floats in a region. */
export type Block = { region: Region; at: number; floats: number };

/** Vectors of one block to compare: runs of `count` vectors that lie one after the other from number `first` on. */
export type Selection = { block: Block; runs: { first: number; count: number }[] };

/** Growing a memory invalidates the views of it, so a new view is made whenever one is needed. */
export function viewOf({ region, at, floats }: Block): Float32Array {
  return new Float32Array(region.memory.buffer, at, floats);
}

/** The memory of all collections: regions of 4 GB, where the kernel can reach the vectors; another when one is full. */
export class Arena {
  readonly #regions: Region[] = [];

  /** A block of zeros. */
  allocate(floats: number): Block {
    for (const region of this.#regions) {
      const at = region.take(floats);
      if (at === undefined) continue;
      const block = { region, at, floats };
      viewOf(block).fill(0);
      return block;
    }
    this.#regions.push(new Region());
    return this.allocate(floats);
  }

  free({ region, at, floats }: Block): void {
    region.give(floats, at);
  }
}

class Region {
  readonly memory = new webAssembly.Memory({ initial: 1, maximum: maxPages });
  readonly #dots: DotKernel = dotKernel(this.memory);
  readonly #sketchDots: SketchKernel = sketchKernel(this.memory);
  readonly #free = new Map<number, number[]>();
  #top = 0;
  readonly #query = this.#reserve(maxVectorSize);
  readonly #results = this.#reserve(blockCapacity);

  /** The dot products of the selected vectors with a query of their stride; to be read before the next call. */
  products({ block, runs }: Selection, query: Float32Array): Float32Array {
    new Float32Array(this.memory.buffer, this.#query, query.length).set(query);
    let done = 0;
    for (const { first, count } of runs) {
      const at = block.at + first * query.byteLength;
      this.#dots(at, count, this.#query, query.byteLength, this.#results + done * floatSize);
      done += count;
    }
    return new Float32Array(this.memory.buffer, this.#results, done);
  }

  /** The same of sketches of vectors, as integers; `stride` in bytes. */
  sketchProducts(
    { at, stride, runs }: { at: number; stride: number } & Pick<Selection, 'runs'>,
    query: Int16Array,
  ): Int32Array {
    new Int16Array(this.memory.buffer, this.#query, query.length).set(query);
    let done = 0;
    for (const { first, count } of runs) {
      this.#sketchDots(at + first * stride, count, this.#query, stride, this.#results + done * floatSize);
      done += count;
    }
    return new Int32Array(this.memory.buffer, this.#results, done);
  }

  /** Where there is room for that many floats, freed ones first. */
  take(floats: number): number | undefined {
    return this.#free.get(floats)?.pop() ?? this.#extend(floats);
  }

  give(floats: number, at: number): void {
    const list = this.#free.get(floats) ?? [];
    list.push(at);
    this.#free.set(floats, list);
  }

  #extend(floats: number): number | undefined {
    const at = this.#top;
    const needed = Math.ceil((at + floats * floatSize) / pageSize);
    if (needed > maxPages) return undefined;
    const pages = this.memory.buffer.byteLength / pageSize;
    if (needed > pages) this.memory.grow(Math.min(Math.max(needed - pages, growthPages), maxPages - pages));
    this.#top = at + floats * floatSize;
    return at;
  }

  #reserve(floats: number): number {
    const at = this.#extend(floats);
    if (at === undefined) throw new Error('A new region has no room for its own buffers');
    return at;
  }
}
