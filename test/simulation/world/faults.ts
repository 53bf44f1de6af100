import type { Chance } from './chance.ts';

/** Everything that can go wrong, by name. */
export const FAULTS = [
  'container died before a call was carried out',
  'container died after a call was carried out',
  'reply lost, call repeated by the SDK',
  'service unavailable, nothing done',
  'service unavailable, call carried out',
  'transaction conflict',
  'stale index',
  'message lost',
  'message doubled',
  'message late',
  'message delivered again while it is worked on',
  'time passed',
  'function timed out',
  'sweep out of turn',
  'expired items removed',
  'execution lost',
  'model failed',
  'model broke off',
  'model hung',
  'tool unreachable',
  'tool failed',
  'tool broke off after its effect',
  'socket lost',
  'call slow',
  'attempt lands late',
] as const;
export type Fault = (typeof FAULTS)[number];

export type FaultOptions = {
  /** Multiplies all probabilities. */
  rate: number;
  /** Multiply those of some kinds. */
  factors?: Partial<Record<Fault, number>>;
  /** The numbers of faults that do not happen after all. */
  skipped?: ReadonlySet<number> | undefined;
  /** Writes, and where at them something should go wrong: `site: died before`. */
  wanted?: ReadonlySet<string> | undefined;
};

/** Decides when what goes wrong, counts it, and can be told to leave some out: by kind, or by their numbers. */
export class Faults {
  readonly counts = new Map<Fault, number>();
  /** One for each kind, so that another kind, or more of one, leaves the others where they were. */
  readonly #chances: Map<Fault, Chance>;
  readonly #skipped: ReadonlySet<number>;
  readonly #wanted: ReadonlySet<string>;
  readonly #most: number;
  #rate = 0;
  #number = 0;
  /** Some kinds are left out of this life, others are frequent. */
  readonly #factors: Map<Fault, number>;

  constructor(
    chanceOf: (fault: Fault) => Chance,
    { rate, skipped = new Set(), factors = {}, wanted = new Set() }: FaultOptions,
  ) {
    this.#chances = new Map(FAULTS.map((fault) => [fault, chanceOf(fault)]));
    this.#factors = new Map(
      [...this.#chances].map(([fault, chance]) => [fault, chance.one([0, 0.5, 1, 3]) * (factors[fault] ?? 1)]),
    );
    this.#most = rate;
    this.#skipped = skipped;
    this.#wanted = wanted;
  }

  /** How many were drawn, those that were skipped included. */
  get drawn(): number {
    return this.#number;
  }

  begin(): void {
    this.#rate = this.#most;
  }

  /** From now on nothing goes wrong. */
  end(): void {
    this.#rate = 0;
  }

  happens(fault: Fault, probability: number): boolean {
    const happens = this.#chances.get(fault)?.happens(probability * this.#rate * (this.#factors.get(fault) ?? 1));
    if (!happens) return false;
    this.#number += 1;
    if (this.#skipped.has(this.#number)) return false;
    this.count(fault);
    return true;
  }

  isWanted(site: string | undefined, point: string): boolean {
    return site !== undefined && this.#wanted.has(`${site}: ${point}`);
  }

  count(fault: Fault): void {
    this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
  }

  ofModel(): 'error' | 'cut' | 'hang' | undefined {
    if (this.happens('model failed', 0.05)) return 'error';
    if (this.happens('model broke off', 0.03)) return 'cut';
    return this.happens('model hung', 0.02) ? 'hang' : undefined;
  }

  ofTool(): 'refused' | 'error' | 'cut' | undefined {
    if (this.happens('tool unreachable', 0.05)) return 'refused';
    if (this.happens('tool failed', 0.05)) return 'error';
    return this.happens('tool broke off after its effect', 0.1) ? 'cut' : undefined;
  }
}
