import { type Arena, type Block, blockCapacity, strideOf, viewOf } from './arena.ts';
import type { Point } from './point.ts';

/** Most tenants are small, so the first block of one starts small. */
const firstCapacity = 8;

/** The points of one tenant with their vectors one after the other, so that a scan reads memory in order. */
export class Partition {
  readonly points: Point[] = [];
  readonly blocks: Block[] = [];
  readonly tenant: string | undefined;
  readonly #arena: Arena;
  readonly #size: number;
  readonly #stride: number;

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
    return slot;
  }

  /** Removes a slot by moving the last one into it; returns the point that moved, if one did. */
  remove(slot: number): Point | undefined {
    const last = this.points.length - 1;
    const moved = slot === last ? undefined : this.points[last];
    if (moved) {
      this.points[slot] = moved;
      this.#view(slot).set(this.#view(last));
    }
    this.points.pop();
    if (last % blockCapacity === 0) this.#release(this.blocks.pop());
    return moved;
  }

  /** A copy of the vector in a slot. */
  vector(slot: number): Float32Array {
    return this.#view(slot).slice();
  }

  /** Gives back all memory; the partition is empty then. */
  clear(): void {
    this.points.length = 0;
    for (const block of this.blocks.splice(0)) this.#release(block);
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
