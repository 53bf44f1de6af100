import type { Random } from '../core/jitter.ts';

/** −ln of the smallest number that `Math.random` gives apart from 0 is below this. */
const FURTHEST = 37;

type Times = { fresh_until_ms: number; load_ms: number };

/**
 * Whether a value that is still fresh is loaded anew already: the likelier, the closer its end and the longer its loading
 * takes, so that of many who read it one begins before all of them miss it.
 * Source: Vattani, Chierichetti, Lowenstein: Optimal Probabilistic Cache Stampede Prevention. VLDB 2015 (XFetch).
 */
export const isEarly = (
  { fresh_until_ms, load_ms }: Times,
  now: number,
  { beta, random }: { beta: number; random: Random },
): boolean => {
  const reach = load_ms * beta;
  if (now + reach * FURTHEST < fresh_until_ms) return false;
  return now - reach * Math.log(random() || Number.MIN_VALUE) >= fresh_until_ms;
};
