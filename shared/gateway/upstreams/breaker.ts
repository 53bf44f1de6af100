import { type Clock, MINUTE, SECOND, systemClock } from '../../core/clock.ts';
import type { Random } from '../../core/jitter.ts';

/** Failures in a row after which an upstream is left alone. Each of them was tried several times already. */
const MOST_FAILURES = 10;
const SHORTEST_REST = 5 * SECOND;
const LONGEST_REST = 2 * MINUTE;

/** What became of a call that was let through. `unknown`: it was called off before it could tell. */
export type Verdict = 'well' | 'ill' | 'unknown';

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

  /** Lets a call through, which then has to `tell`; or says for how many milliseconds none will be. */
  admit(): { admitted: true } | { admitted: false; wait: number } {
    if (this.#rests === 0) return { admitted: true };
    const wait = this.#openUntil - this.#clock.now();
    if (wait > 0) return { admitted: false, wait };
    if (this.#probing) return { admitted: false, wait: SECOND };
    this.#probing = true;
    return { admitted: true };
  }

  tell(verdict: Verdict): void {
    const wasProbe = this.#probing;
    if (verdict === 'well') {
      this.#failures = 0;
      this.#rests = 0;
      this.#probing = false;
      return;
    }
    if (verdict === 'unknown') {
      this.#probing = false;
      return;
    }
    this.#failures += 1;
    // Calls that were let through before it opened may still fail; they tell nothing new.
    if (this.#rests > 0 && !wasProbe) return;
    if (this.#rests === 0 && this.#failures < MOST_FAILURES) return;
    this.#probing = false;
    this.#rest();
  }

  /** From half to all of the time, so that containers do not come back all at once. */
  #rest(): void {
    const longest = Math.min(LONGEST_REST, SHORTEST_REST * 2 ** this.#rests);
    this.#rests += 1;
    this.#openUntil = this.#clock.now() + longest * (0.5 + this.#random() / 2);
  }
}
