import { type Clock, systemClock } from './clock.ts';

/** What `read` gave, kept for those who ask again. A failure is not kept: the next caller reads again. */
export class Kept<T> {
  readonly #read: () => Promise<T>;
  readonly #clock: Clock;
  #kept: { value: Promise<T>; at: number } | undefined;

  constructor(read: () => Promise<T>, clock: Clock = systemClock) {
    this.#read = read;
    this.#clock = clock;
  }

  /** A value that was read less than `age` milliseconds ago. */
  youngerThan(age: number): Promise<T> {
    if (this.#kept && this.#clock.now() - this.#kept.at < age) return this.#kept.value;
    const value = this.#read();
    this.#kept = { value, at: this.#clock.now() };
    value.catch(() => {
      if (this.#kept?.value === value) this.#kept = undefined;
    });
    return value;
  }
}
