/** Observations that count, and how many are needed before they do. */
const MAX_SAMPLES = 64;
const MIN_SAMPLES = 20;

/** So many times what nearly all calls take is borne. */
const P95_FACTOR = 3;
/** How far from the configured time-out what was observed may lead. */
const MIN_FACTOR = 1 / 3;
const MAX_FACTOR = 4;
/** Time-outs stand on a grid of these steps: a client is made for each, and they must not be endlessly many. */
const STEP = 1.25;

/**
 * How long a model lets us wait, as lately seen: the newest 64 waits. A wait that was given up counts as long as it lasted,
 * so that a model which has become slow is given more time, within bounds.
 */
export class Latency {
  readonly #waits: number[] = [];
  #next = 0;

  add(milliseconds: number): void {
    this.#waits[this.#next] = milliseconds;
    this.#next = (this.#next + 1) % MAX_SAMPLES;
  }

  /** Milliseconds to wait, where `usual` is what is configured: three times the 95th percentile, within bounds of it. */
  timeout(usual: number): number {
    if (this.#waits.length < MIN_SAMPLES) return usual;
    const sorted = this.#waits.toSorted((a, b) => a - b);
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
    const shortest = usual * MIN_FACTOR;
    const steps = Math.ceil(Math.log(Math.max(1, (p95 * P95_FACTOR) / shortest)) / Math.log(STEP));
    return Math.round(Math.min(usual * MAX_FACTOR, shortest * STEP ** steps));
  }
}
