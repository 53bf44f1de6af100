import type { Usage } from './actions/action.ts';

export type Counts = Record<string, { calls: number } & Usage>;

/** What each action was called for and took since the start or the last reset. Refused calls count, but take nothing. */
export class Tally {
  #counts: Counts = {};

  call(action: string): void {
    this.#of(action).calls++;
  }

  add(action: string, { readUnits, writeUnits, items }: Usage): void {
    const count = this.#of(action);
    count.readUnits += readUnits;
    count.writeUnits += writeUnits;
    count.items += items;
  }

  counts(): Counts {
    return this.#counts;
  }

  reset(): void {
    this.#counts = {};
  }

  #of(action: string): Counts[string] {
    this.#counts[action] ??= { calls: 0, readUnits: 0, writeUnits: 0, items: 0 };
    return this.#counts[action];
  }
}
