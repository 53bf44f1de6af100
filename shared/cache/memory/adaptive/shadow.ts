import { Ghost } from '../../eviction/structures/ghost.ts';
import type { Watcher } from '../watcher.ts';

/** How much the newest entry that left counts for the mean. */
const MEAN_WEIGHT = 0.05;
/** Of what was counted before, how much still counts after a decision. */
const MEMORY = 0.5;

/**
 * What a level would have found if it were a step larger: it remembers the keys that left last, as many as one step would
 * have held, and counts how often one of them is asked for.
 */
export class Shadow implements Watcher {
  readonly #left = new Ghost();
  readonly #step: () => { entries: number; bytes: number };
  #meanBytes = 0;
  #gain = 0;

  constructor(step: () => { entries: number; bytes: number }) {
    this.#step = step;
  }

  missed(hash: number): void {
    if (this.#left.recall(hash, this.#span()) !== undefined) this.#gain += 1;
  }

  evicted(hash: number, bytes: number): void {
    this.#meanBytes += (bytes - this.#meanBytes) * (this.#meanBytes === 0 ? 1 : MEAN_WEIGHT);
    this.#left.remember(hash, this.#span());
  }

  /** Hits that one step more would have brought lately. */
  get gain(): number {
    return this.#gain;
  }

  fade(): void {
    this.#gain *= MEMORY;
  }

  #span(): number {
    const { entries, bytes } = this.#step();
    return Math.ceil(Math.min(entries, bytes / Math.max(this.#meanBytes, 1)));
  }
}
