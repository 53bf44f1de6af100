import type { Lookup } from '../narrowing/lookup.ts';
import { PayloadIndex } from '../narrowing/payload-index.ts';
import type { Point } from '../point.ts';
import type { Tokenizer } from '../tokenizer.ts';
import { type Arena, type Block, blockCapacity, type Selection, strideOf, viewOf } from './arena.ts';
import { Sketch } from './sketch.ts';

/** Most tenants are small, so the first block of one starts small. */
const firstCapacity = 8;
/** Fewer points than this are compared faster than an index of their payloads is made. */
const indexedFrom = 512;
/** From so many on, a scan compares sketches first. */
const sketchedFrom = 4 * blockCapacity;

/** The points of one tenant with their vectors one after the other, so that a scan reads memory in order. */
export class Partition {
  readonly points: Point[] = [];
  readonly blocks: Block[] = [];
  readonly tenant: string | undefined;
  readonly #arena: Arena;
  readonly #size: number;
  readonly #stride: number;
  readonly #sketches: (Sketch | undefined)[] = [];
  #index: PayloadIndex | undefined;

  constructor(arena: Arena, size: number, tenant: string | undefined) {
    this.#arena = arena;
    this.#size = size;
    this.#stride = strideOf(size);
    this.tenant = tenant;
  }

  /** Adds a point and returns its slot. */
  add(point: Point, vector: Float32Array): number {
    const slot = this.points.push(point) - 1;
    this.#makeRoom(slot);
    this.#view(slot).set(vector);
    this.#sketchAt(slot)?.set(slot % blockCapacity, vector);
    this.#index?.added(point);
    return slot;
  }

  /** Removes a slot by moving the last one into it; returns the point that moved, if one did. */
  remove(slot: number): Point | undefined {
    const last = this.points.length - 1;
    const moved = slot === last ? undefined : this.points[last];
    if (moved) {
      this.points[slot] = moved;
      this.#view(slot).set(this.#view(last));
      this.#sketchAt(slot)?.set(slot % blockCapacity, this.#view(last));
    }
    this.points.pop();
    this.#index?.removed(slot);
    if (this.#index?.worn) this.#index = undefined;
    if (last % blockCapacity === 0) {
      this.#release(this.blocks.pop());
      for (const sketch of this.#sketches.splice(this.blocks.length)) sketch?.release();
    }
    return moved;
  }

  /** A copy of the vector in a slot. */
  vector(slot: number): Float32Array {
    return this.#view(slot).slice();
  }

  /** Gives back all memory; the partition is empty then. */
  clear(): void {
    this.points.length = 0;
    this.forgetIndex();
    for (const block of this.blocks.splice(0)) this.#release(block);
    for (const sketch of this.#sketches.splice(0)) sketch?.release();
  }

  /** The slots that hold every hit of the lookups, ascending; undefined stands for all slots. */
  narrow(lookups: Lookup[], tokenizerOf: (key: string) => Tokenizer): Uint32Array | undefined {
    if (lookups.length === 0 || this.points.length < indexedFrom) return undefined;
    this.#index ??= new PayloadIndex(this.points, tokenizerOf);
    return this.#index.narrow(lookups);
  }

  /** The next search that needs it makes it anew: the way its keys are read has changed. */
  forgetIndex(): void {
    this.#index = undefined;
  }

  /** The vectors in ascending slots, or in all, block by block; each selection with the slot of its block's first. */
  *selections(slots: Uint32Array | undefined): Iterable<Selection & { offset: number }> {
    let next = 0;
    for (const [number, block] of this.blocks.entries()) {
      const offset = number * blockCapacity;
      if (!slots) {
        yield { block, offset, runs: [{ first: 0, count: Math.min(blockCapacity, this.points.length - offset) }] };
        continue;
      }
      const runs: Selection['runs'] = [];
      for (; next < slots.length && slots[next]! < offset + blockCapacity; next++) {
        const first = slots[next]! - offset;
        const run = runs.at(-1);
        if (run && run.first + run.count === first) run.count++;
        else runs.push({ first, count: 1 });
      }
      if (runs.length > 0) yield { block, offset, runs };
    }
  }

  /** The sketch of the block that begins with this slot, made on first use; none where comparing all is as fast. */
  sketch(offset: number): Sketch | undefined {
    if (this.points.length < sketchedFrom) return undefined;
    const number = offset / blockCapacity;
    const block = this.blocks[number];
    if (!block) return undefined;
    const count = Math.min(blockCapacity, this.points.length - offset);
    this.#sketches[number] ??= Sketch.of(this.#arena, { block, size: this.#size, count });
    return this.#sketches[number];
  }

  #sketchAt(slot: number): Sketch | undefined {
    return this.#sketches[Math.floor(slot / blockCapacity)];
  }

  #view(slot: number): Float32Array {
    const start = (slot % blockCapacity) * this.#stride;
    return viewOf(this.blocks[Math.floor(slot / blockCapacity)]!).subarray(start, start + this.#size);
  }

  #makeRoom(slot: number): void {
    const [number, index] = [Math.floor(slot / blockCapacity), slot % blockCapacity];
    const block = this.blocks[number];
    if (block && index * this.#stride < block.floats) return;
    const capacity = number > 0 ? blockCapacity : Math.max(firstCapacity, index * 2);
    const grown = this.#arena.allocate(capacity * this.#stride);
    if (block) viewOf(grown).set(viewOf(block));
    this.blocks[number] = grown;
    this.#release(block);
  }

  #release(block: Block | undefined): void {
    if (block) this.#arena.free(block);
  }
}
