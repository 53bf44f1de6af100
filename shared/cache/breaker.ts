import { ALARMING_LINES } from '../core/alarming-lines.ts';
import { type Clock, SECOND } from '../core/clock.ts';
import { log } from '../observability/log.ts';

/** Does a piece of work of a level, or throws because the level is skipped, is too slow, or failed. */
export type Guard = <T>(work: () => Promise<T>) => Promise<T>;

/** A level that does not answer is skipped: nobody waits for what would only have saved time. */
export class Skipped extends Error {
  override readonly name = 'Skipped';
}

const MAX_FAILURES = 3;
/** A level that is skipped is tried again after so long, and then by one caller at a time. It rejoins within a minute. */
const FIRST_REST = 2 * SECOND;
const LONGEST_REST = 30 * SECOND;
/** A cache that takes longer than this saves nobody anything. */
const PATIENCE = 3 * SECOND;

type Options = { level: string; clock: Clock; patience_ms?: number };

export type BreakerFigures = { level: string; isOpen: boolean; failures: number; skipped: number };

export class Breaker {
  readonly #options: Options;
  #failures = 0;
  #openings = 0;
  #restsUntil = 0;
  #isTrying = false;
  #skipped = 0;
  #failed = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  readonly run: Guard = async (work) => {
    if (!this.#admits()) {
      this.#skipped += 1;
      throw new Skipped(`The level ${this.#options.level} is skipped.`);
    }
    const openings = this.#openings;
    if (openings > 0) this.#isTrying = true;
    try {
      const result = await this.#inTime(work());
      if (openings === this.#openings) this.#recover();
      return result;
    } catch (error) {
      this.#failed += 1;
      // What began before the breaker opened, or was tried again, says nothing new.
      if (openings === this.#openings) this.#fail(error as Error);
      throw error;
    } finally {
      if (openings > 0) this.#isTrying = false;
    }
  };

  /** A clock that was put back by more than the longest rest does not keep a level out. */
  #admits(): boolean {
    if (this.#openings === 0) return true;
    const rest = this.#restsUntil - this.#options.clock.now();
    return !this.#isTrying && (rest <= 0 || rest > LONGEST_REST);
  }

  #recover(): void {
    this.#failures = 0;
    this.#openings = 0;
  }

  #fail(error: Error): void {
    this.#failures += 1;
    if (this.#openings === 0 && this.#failures < MAX_FAILURES) return;
    this.#restsUntil = this.#options.clock.now() + Math.min(LONGEST_REST, FIRST_REST * 2 ** this.#openings);
    this.#openings += 1;
    log.warn(ALARMING_LINES.cacheLevelSkipped, { dependency: this.#options.level, failed: this.#failures, error });
  }

  async #inTime<T>(working: Promise<T>): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => reject(new Skipped(`The level ${this.#options.level} took too long.`)),
      this.#options.patience_ms ?? PATIENCE,
    );
    try {
      return await Promise.race([working, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  figures(): BreakerFigures {
    const { level } = this.#options;
    return { level, isOpen: this.#openings > 0, failures: this.#failed, skipped: this.#skipped };
  }
}
