/** Ages are counted in uses of the cache and kept in four steps to each doubling. */
const STEPS_SHIFT = 2;
const STEPS = 2 ** STEPS_SHIFT;
const DOUBLINGS = 30;
export const AGES = DOUBLINGS * STEPS;
const NEVER = Number.POSITIVE_INFINITY;
/** Of what was learnt before, how much still counts after a period. */
const MEMORY = 0.9;
/** Hits that must be known of a class before it is said when they end. */
const ENOUGH_HITS = 100;
/** The part of a class's hits that may come later than its lifetime says, … */
const LATE_HITS = 0.001;
/** … which is so many times the age at which the others had come. */
const GRACE = 4;

/** The step of an age of one use or more. */
export const stepOf = (age: number): number => {
  const doubling = 31 - Math.clz32(age);
  // The first bits after the leading one.
  const within =
    doubling < STEPS_SHIFT
      ? (age << (STEPS_SHIFT - doubling)) & (STEPS - 1)
      : (age >>> (doubling - STEPS_SHIFT)) & (STEPS - 1);
  return Math.min(doubling * STEPS + within, AGES - 1);
};

const startOf = (step: number): number => 2 ** Math.floor(step / STEPS) * (1 + (step % STEPS) / STEPS);
const WIDTHS = Float64Array.from({ length: AGES }, (_, step) => startOf(step + 1) - startOf(step));

/**
 * What entries of a class are worth at each age: the hits still to be expected for each use of the cache that they stay
 * (LHD, Beckmann et al., NSDI 2018). Learnt from the ages at which entries were hit and at which they left.
 */
export class HitDensity {
  readonly #hits: Float64Array;
  readonly #departures: Float64Array;
  readonly #density: Float64Array;
  readonly #lifetimes: Float64Array;
  readonly #classes: number;

  constructor(classes: number, expected: (age: number) => number) {
    this.#classes = classes;
    this.#hits = new Float64Array(classes * AGES);
    this.#departures = new Float64Array(classes * AGES);
    this.#lifetimes = new Float64Array(classes).fill(NEVER);
    this.#density = Float64Array.from({ length: classes * AGES }, (_, at) => expected(startOf(at % AGES)));
  }

  hit(kind: number, age: number): void {
    this.#hits[kind * AGES + stepOf(age)]! += 1;
  }

  left(kind: number, age: number): void {
    this.#departures[kind * AGES + stepOf(age)]! += 1;
  }

  at(kind: number, age: number): number {
    return this.#density[kind * AGES + stepOf(age)]!;
  }

  /** The age after which an entry of a class is not asked for any more, as far as is known. */
  lifetime(kind: number): number {
    return this.#lifetimes[kind]!;
  }

  /** Works out the densities from what was seen, and lets that fade. */
  learn(): void {
    for (let kind = 0; kind < this.#classes; kind += 1) {
      this.#lifetimes[kind] = this.#lifetimeOf(kind * AGES);
      this.#learnClass(kind * AGES);
    }
  }

  #lifetimeOf(first: number): number {
    const hits = this.#hits.subarray(first, first + AGES).reduce((sum, one) => sum + one, 0);
    if (hits < ENOUGH_HITS) return NEVER;
    let late = 0;
    for (let step = AGES - 1; ; step -= 1) {
      late += this.#hits[first + step]!;
      if (late > LATE_HITS * hits) return GRACE * startOf(step + 1);
    }
  }

  /** From the eldest down: hits that are still to come, over the uses of the cache that all who live on will stay. */
  #learnClass(first: number): void {
    let hits = 0;
    let living = 0;
    let stay = 0;
    for (let step = AGES - 1; step >= 0; step -= 1) {
      const at = first + step;
      const events = this.#hits[at]! + this.#departures[at]!;
      hits += this.#hits[at]!;
      stay += (living + events / 2) * WIDTHS[step]!;
      living += events;
      if (stay > 0) this.#density[at] = hits / stay;
      this.#hits[at]! *= MEMORY;
      this.#departures[at]! *= MEMORY;
    }
  }
}
