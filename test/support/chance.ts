/** Random choices that a printed seed repeats. Source: mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export type Chance = { integer(from: number, to: number): number; one<T>(of: readonly T[]): T };

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return { integer, one: (of) => of[integer(0, of.length - 1)]! };
};
