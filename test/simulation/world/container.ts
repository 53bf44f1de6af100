import type { Load } from '../container/bundle.ts';
import type * as Handlers from '../container/entry.ts';
import { invocationHere } from '../container/here.ts';
import type { Said } from '../container/logger.ts';
import { isWrite } from './answering.ts';
import type { Chance } from './chance.ts';
import type { Outcome } from './outcome.ts';
import type { Reader } from './reader.ts';
import type { Schedule } from './schedule.ts';

export type Role = keyof typeof Handlers;

export type Invocation = {
  number: number;
  role: Role;
  /** Whose work it is, where that is known from the start: it may touch nobody else's items. */
  owner: string | undefined;
  container: Container;
  deadline: number;
  /** Who gets a streamed response. */
  reader?: Reader | undefined;
  ended(outcome: Outcome): void;
};

type Surroundings = {
  load: Load;
  schedule: Schedule;
  chance: Chance;
  said: Said;
  /** Which write of the protocols is being made. */
  site?: (() => string | undefined) | undefined;
};

/**
 * One execution environment with module state of its own: caches, clients, circuit breakers. In AWS an environment
 * works on one invocation at a time; here on any number, which loses nothing and interleaves more.
 */
export class Container {
  readonly name: string;
  readonly running = new Set<Invocation>();
  alive = true;
  readonly random: () => number;
  readonly said: Said;
  readonly #load: Load;
  readonly #site: (() => string | undefined) | undefined;
  readonly #schedule: Schedule;
  readonly #states = new Map<string, Record<string, unknown>>();

  constructor(name: string, { load, schedule, chance, said, site }: Surroundings) {
    this.name = name;
    this.random = chance.next;
    this.said = said;
    this.#site = site;
    this.#load = load;
    this.#schedule = schedule;
  }

  now(): number {
    return this.#schedule.now;
  }

  after(ms: number, run: () => void, { every }: { every: boolean }): object {
    return this.#schedule.after(ms, () => this.alive && run(), { every, owner: this });
  }

  cancel(timer: unknown): void {
    this.#schedule.cancel(timer);
  }

  /** A call that leaves the container. */
  reach(service: string, operation: string, input: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.alive) return;
      const invocation = invocationHere.getStore();
      const site = isWrite(operation) ? this.#site?.() : undefined;
      this.#schedule.call({ service, operation, input, container: this, invocation, site, resolve, reject });
    });
  }

  /** What a module exports that keeps state: loaded at its first use. */
  state(file: string): Record<string, unknown> {
    const found = this.#states.get(file);
    if (found) return found;
    const module = { exports: {} as Record<string, unknown> };
    this.#load.states.get(file)?.(module);
    this.#states.set(file, module.exports);
    return module.exports;
  }

  /** Begins a function. It ends by itself, or is lost with this container. */
  invoke(invocation: Invocation, event: unknown): void {
    this.running.add(invocation);
    const context = {
      awsRequestId: `invocation-${invocation.number}`,
      getRemainingTimeInMillis: () => Math.max(0, invocation.deadline - this.#schedule.now),
      reader: invocation.reader,
    };
    invocationHere.run(invocation, () => {
      const handler = this.#load.handlers[invocation.role] as (event: unknown, context: unknown) => Promise<unknown>;
      handler(event, context).then(
        (value) => this.#end(invocation, { kind: 'returned', value }),
        (error: Error) => this.#end(invocation, { kind: 'threw', error }),
      );
    });
  }

  /** As when the machine loses its power: what it waited for is never answered. */
  die(): void {
    this.alive = false;
    this.#schedule.forget(this);
    for (const invocation of [...this.running]) this.#end(invocation, { kind: 'lost' });
  }

  #end(invocation: Invocation, outcome: Outcome): void {
    if (this.running.delete(invocation)) invocation.ended(outcome);
  }
}
