import { type Clock, MINUTE, SECOND, systemClock } from '../../core/clock.ts';
import type { Random } from '../../core/jitter.ts';

/** Failures in a row that open the breaker. Each of these calls was already tried several times. */
const MAX_FAILURES = 10;
const MIN_OPEN_TIME = 5 * SECOND;
const MAX_OPEN_TIME = 2 * MINUTE;

/** What a call says about its upstream. `unknown`: it was called off before it could say anything. */
export type HealthVerdict = 'healthy' | 'unhealthy' | 'unknown';
/** To be called once, when the call is over. */
export type ReportVerdict = (verdict: HealthVerdict) => void;

/** `wait`: for how many milliseconds no call will be admitted. */
export type Admission = { admitted: true; reportVerdict: ReportVerdict } | { admitted: false; wait: number };

/** Called at each opening, and when the upstream has been found to work again. */
export type OnTurn = (state: 'ok' | 'unavailable') => void;

/**
 * A circuit breaker: keeps calls from an upstream that does not answer, so that nobody waits for it in vain. While it is
 * open no call is admitted. Then one call at a time probes whether the upstream is back; after each failed probe the
 * breaker stays open twice as long.
 *
 * It lives in the memory of one container: another container finds out for itself, after as many failures of its own.
 */
export class Breaker {
  readonly #onTurn: OnTurn;
  readonly #clock: Clock;
  readonly #random: Random;
  #failures = 0;
  /** How often it has opened since the upstream last worked. */
  #openings = 0;
  #openUntil = 0;
  #isProbing = false;

  constructor(clock: Clock = systemClock, random: Random = Math.random, onTurn: OnTurn = () => undefined) {
    this.#onTurn = onTurn;
    this.#clock = clock;
    this.#random = random;
  }

  admit(): Admission {
    if (this.#openings === 0) return { admitted: true, reportVerdict: (verdict) => this.#count(verdict) };
    const wait = this.#openUntil - this.#clock.now();
    if (wait > 0) return { admitted: false, wait };
    if (this.#isProbing) return { admitted: false, wait: SECOND };
    this.#isProbing = true;
    return { admitted: true, reportVerdict: (verdict) => this.#endProbe(verdict) };
  }

  /** Of a call that was admitted while the breaker was closed. Once it has opened, such calls say nothing new. */
  #count(verdict: HealthVerdict): void {
    if (this.#openings > 0 || verdict === 'unknown') return;
    this.#failures = verdict === 'healthy' ? 0 : this.#failures + 1;
    if (this.#failures >= MAX_FAILURES) this.#open();
  }

  #endProbe(verdict: HealthVerdict): void {
    this.#isProbing = false;
    if (verdict === 'unhealthy') this.#open();
    if (verdict !== 'healthy') return;
    this.#failures = 0;
    this.#openings = 0;
    this.#onTurn('ok');
  }

  /** From half to all of the time, so that containers do not come back all at once. */
  #open(): void {
    const time = Math.min(MAX_OPEN_TIME, MIN_OPEN_TIME * 2 ** this.#openings);
    this.#openings += 1;
    this.#openUntil = this.#clock.now() + time * (0.5 + this.#random() / 2);
    this.#onTurn('unavailable');
  }
}
