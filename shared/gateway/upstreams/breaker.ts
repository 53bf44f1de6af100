import { type Clock, MINUTE, SECOND, systemClock } from '../../core/clock.ts';
import type { Random } from '../../core/jitter.ts';

/** Failures in a row after which an upstream is left alone. Each of them was tried several times already. */
const MAX_FAILURES = 10;
const MIN_OPEN_TIME = 5 * SECOND;
const MAX_OPEN_TIME = 2 * MINUTE;

/** What became of a call that was let through. `unknown`: it was called off before it could tell. */
export type HealthVerdict = 'well' | 'ill' | 'unknown';

export type Admission = { admitted: true; tell(verdict: HealthVerdict): void } | { admitted: false; wait: number };

/**
 * Keeps calls from an upstream that does not answer, so that nobody waits for it in vain. Once its rest is over one call,
 * and no second one beside it, finds out whether it is back; each time it is not, the rest is twice as long.
 *
 * It stands in the memory of one container: another one finds out for itself, after as many failures of its own.
 */
export class Breaker {
  readonly #clock: Clock;
  readonly #random: Random;
  #failures = 0;
  #rests = 0;
  #openUntil = 0;
  #probing = false;

  constructor(clock: Clock = systemClock, random: Random = Math.random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Lets a call through, which then tells what became of it, once; or says for how many milliseconds none will be. */
  admit(): Admission {
    if (this.#rests === 0) return { admitted: true, tell: (verdict) => this.#told(verdict) };
    const wait = this.#openUntil - this.#clock.now();
    if (wait > 0) return { admitted: false, wait };
    if (this.#probing) return { admitted: false, wait: SECOND };
    this.#probing = true;
    return { admitted: true, tell: (verdict) => this.#foundOut(verdict) };
  }

  /** A call that was let through while all was well. Once it has opened, failures of such calls tell nothing new. */
  #told(verdict: HealthVerdict): void {
    if (this.#rests > 0 || verdict === 'unknown') return;
    this.#failures = verdict === 'well' ? 0 : this.#failures + 1;
    if (this.#failures >= MAX_FAILURES) this.#rest();
  }

  #foundOut(verdict: HealthVerdict): void {
    this.#probing = false;
    if (verdict === 'ill') this.#rest();
    if (verdict !== 'well') return;
    this.#failures = 0;
    this.#rests = 0;
  }

  /** From half to all of the time, so that containers do not come back all at once. */
  #rest(): void {
    const longest = Math.min(MAX_OPEN_TIME, MIN_OPEN_TIME * 2 ** this.#rests);
    this.#rests += 1;
    this.#openUntil = this.#clock.now() + longest * (0.5 + this.#random() / 2);
  }
}
