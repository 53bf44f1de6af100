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
] as const;
export type Fault = (typeof FAULTS)[number];

/** Decides when what goes wrong, counts it, and can be told to leave some out: by kind, or by their numbers. */
export class Faults {
  readonly counts = new Map<Fault, number>();
  readonly #chance: Chance;
  readonly #skipped: ReadonlySet<number>;
  readonly #most: number;
  #rate = 0;
  #number = 0;
  /** Some kinds are left out of this life, others are frequent. */
  readonly #factors: Map<Fault, number>;

  /** `rate` multiplies all probabilities; `skipped` are the numbers of faults that do not happen after all. */
  constructor(chance: Chance, { rate, skipped = new Set() }: { rate: number; skipped?: ReadonlySet<number> }) {
    this.#chance = chance;
    this.#factors = new Map(FAULTS.map((fault) => [fault, chance.one([0, 0.5, 1, 3])]));
    this.#most = rate;
    this.#skipped = skipped;
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
    if (!this.#chance.happens(probability * this.#rate * (this.#factors.get(fault) ?? 1))) return false;
    this.#number += 1;
    if (this.#skipped.has(this.#number)) return false;
    this.count(fault);
    return true;
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
