import { HOUR, SECOND } from '../../core/clock.ts';

/** Looks that are nearer to each other than this say nothing of a trend. */
const LEAST_BETWEEN = SECOND;
/** How much the newest look weighs, for the size and for its trend. */
const SIZE_WEIGHT = 0.5;
const TREND_WEIGHT = 0.3;
const HORIZON = HOUR;

/** `full_at_ms` is missing where the bound will not be reached at this rate. */
export type Forecast = { bytes_in_an_hour: number; full_at_ms?: number };

/** Where a size is going, by Holt's linear smoothing: from looks at it, as often as somebody takes one. */
export class SizeForecast {
  #at_ms: number | undefined;
  #bytes = 0;
  #bytes_a_ms: number | undefined;

  observe(at_ms: number, bytes: number): void {
    if (this.#at_ms === undefined) {
      this.#at_ms = at_ms;
      this.#bytes = bytes;
      return;
    }
    const passed = at_ms - this.#at_ms;
    // A clock that was set back begins anew, with the trend that is known.
    if (passed >= 0 && passed < LEAST_BETWEEN) return;
    if (passed > 0) {
      // The second look tells the trend, those after it correct it.
      const trend = this.#bytes_a_ms ?? (bytes - this.#bytes) / passed;
      const smoothed = SIZE_WEIGHT * bytes + (1 - SIZE_WEIGHT) * (this.#bytes + trend * passed);
      this.#bytes_a_ms = TREND_WEIGHT * ((smoothed - this.#bytes) / passed) + (1 - TREND_WEIGHT) * trend;
      this.#bytes = smoothed;
    }
    this.#at_ms = at_ms;
  }

  /** For a size that cannot pass `max_bytes`. */
  within(max_bytes: number): Forecast {
    const trend = this.#bytes_a_ms ?? 0;
    const inTime = this.#bytes + trend * HORIZON;
    const bytes_in_an_hour = Math.round(Math.min(Math.max(inTime, 0), max_bytes));
    if (this.#at_ms === undefined || trend <= 0) return { bytes_in_an_hour };
    const left = Math.max(max_bytes - this.#bytes, 0);
    return { bytes_in_an_hour, full_at_ms: Math.round(this.#at_ms + left / trend) };
  }
}
