/** Waits that count, and how many are needed before they do. */
const MAX_SAMPLES = 64;
const MIN_SAMPLES = 20;

/** A model may take this many times what 95 % of its calls take. */
const P95_FACTOR = 3;
/** How far from the configured time-out the observed one may be. */
const MIN_FACTOR = 1 / 3;
const MAX_FACTOR = 4;
/** Time-outs move in steps of this factor, so that they do not change with every single wait. */
const STEP = 1.25;

/** How long one model takes to its first byte, and between any two. */
export type ModelLatency = { firstByte: Latency; idle: Latency };

/**
 * How long a model has lately made us wait: the newest 64 waits. A wait that ended in a time-out counts with its length, so
 * that a model which has become slow is given more time, within bounds.
 */
export class Latency {
  readonly #waits: number[] = [];
  #next = 0;

  add(milliseconds: number): void {
    this.#waits[this.#next] = milliseconds;
    this.#next = (this.#next + 1) % MAX_SAMPLES;
  }

  /** Milliseconds to wait: three times the 95th percentile, within bounds of what is `configured`. */
  timeout(configured: number): number {
    if (this.#waits.length < MIN_SAMPLES) return configured;
    const sorted = this.#waits.toSorted((a, b) => a - b);
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
    const min = configured * MIN_FACTOR;
    const steps = Math.ceil(Math.log(Math.max(1, (p95 * P95_FACTOR) / min)) / Math.log(STEP));
    return Math.round(Math.min(configured * MAX_FACTOR, min * STEP ** steps));
  }
}
