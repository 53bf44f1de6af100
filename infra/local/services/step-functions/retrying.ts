import type { Catcher, Retrier } from './definition/states.ts';
import type { StateFailure } from './failure.ts';

const SECOND = 1000;

/** The retriers of one stay in a state, each with the attempts it has left. */
export class Retrying {
  readonly #retriers: readonly Retrier[];
  readonly #random: () => number;
  readonly #used = new Map<Retrier, number>();

  constructor(retriers: readonly Retrier[], random: () => number) {
    this.#retriers = retriers;
    this.#random = random;
  }

  /** Milliseconds before the next attempt; `undefined` when there is none. Only the first retrier that fits counts. */
  delayAfter(failure: StateFailure): number | undefined {
    const retrier = this.#retriers.find((one) => failure.isAmong(one.ErrorEquals));
    if (!retrier) return undefined;
    const used = this.#used.get(retrier) ?? 0;
    if (used >= retrier.MaxAttempts) return undefined;
    this.#used.set(retrier, used + 1);
    const grown = retrier.IntervalSeconds * retrier.BackoffRate ** used;
    const delay = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY) * SECOND;
    return retrier.JitterStrategy === 'FULL' ? delay * this.#random() : delay;
  }
}

/** The first catcher that fits. */
export function catcherOf(failure: StateFailure, catchers: readonly Catcher[] = []): Catcher | undefined {
  return catchers.find((one) => failure.isAmong(one.ErrorEquals));
}
