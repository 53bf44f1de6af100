/** Random choices that a printed seed repeats. */
export type Chance = {
  /** From 0 up to but not including 1. */
  next(): number;
  /** Both included. */
  integer(from: number, to: number): number;
  one<T>(of: readonly T[]): T;
  happens(probability: number): boolean;
};

/** Source: mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    one: <T>(of: readonly T[]): T => of[integer(0, of.length - 1)] as T,
    happens: (probability) => next() < probability,
  };
};
