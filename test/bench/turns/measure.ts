import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../figures.ts';
import { usageOf } from '../processes/tree.ts';
import type { TurnContender } from './contender.ts';

/** How much is done; figures of a few turns say little. `settle` and `rest` are the milliseconds before memory is looked at. */
export type Amount = {
  settle: number;
  warmUp: number;
  blocks: number;
  block: number;
  rounds: number;
  each: number;
  rest: number;
};

/** Times in milliseconds, memory in MB, CPU in milliseconds a turn. */
export type Measured = {
  name: string;
  alone: { times: number[]; cpu: number };
  crowd: { perSecond: number; cpu: number };
  memory: { idle: number; crowd: number; later: number };
};

export const AT_ONCE = 16;

/** How often memory is looked at while many turns are under way. */
const LOOK_EVERY = 250;

/**
 * All contenders, one after the other in small blocks, so that whatever else the machine does meets them all. Nobody else
 * does anything while one is measured, and the machine has time to rest before memory is looked at again.
 */
export const measureAll = async (contenders: TurnContender[], amount: Amount): Promise<Measured[]> => {
  await wait(amount.settle);
  const all = contenders.map((contender) => new Measurement(contender));
  for (const one of all) await one.warmUp(amount.warmUp);
  for (let block = 0; block < amount.blocks; block += 1) for (const one of all) await one.takeTurns(amount.block);
  for (let round = 0; round < amount.rounds; round += 1) for (const one of all) await one.takeTurnsAtOnce(amount.each);
  await wait(amount.rest);
  return all.map((one) => one.measured());
};

class Measurement {
  readonly #contender: TurnContender;
  readonly #idle: number;
  readonly #times: number[] = [];
  readonly #rates: number[] = [];
  #cpuAlone = 0;
  #cpuCrowd = 0;
  #turnsCrowd = 0;
  #most = 0;

  constructor(contender: TurnContender) {
    this.#contender = contender;
    this.#idle = this.#usage().memory;
  }

  async warmUp(turns: number): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) await this.#contender.turn();
  }

  async takeTurns(turns: number): Promise<void> {
    const before = this.#usage();
    for (let turn = 0; turn < turns; turn += 1) {
      const begun = performance.now();
      await this.#contender.turn();
      this.#times.push(performance.now() - begun);
    }
    this.#cpuAlone += this.#usage().cpu - before.cpu;
  }

  async takeTurnsAtOnce(each: number): Promise<void> {
    const before = this.#usage();
    const look = setInterval(() => this.#look(), LOOK_EVERY);
    const begun = performance.now();
    const client = async (): Promise<void> => {
      for (let turn = 0; turn < each; turn += 1) await this.#contender.turn();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client)).finally(() => clearInterval(look));
    const turns = AT_ONCE * each;
    this.#rates.push((turns / (performance.now() - begun)) * 1_000);
    this.#look();
    this.#turnsCrowd += turns;
    this.#cpuCrowd += this.#usage().cpu - before.cpu;
  }

  measured(): Measured {
    return {
      name: this.#contender.name,
      alone: { times: this.#times, cpu: this.#cpuAlone / this.#times.length },
      crowd: { perSecond: percentile(this.#rates, 0.5), cpu: this.#cpuCrowd / this.#turnsCrowd },
      memory: { idle: this.#idle, crowd: this.#most, later: this.#usage().memory },
    };
  }

  #usage() {
    return usageOf(this.#contender.process);
  }

  #look(): void {
    this.#most = Math.max(this.#most, this.#usage().memory);
  }
}
