import { AsyncLocalStorage } from 'node:async_hooks';
import { GLOBALS, type Load } from '../container/bundle.ts';
import type * as Handlers from '../container/entry.ts';
import { globalsOf } from '../container/globals.ts';
import type { Said } from '../container/logger.ts';
import { modulesOf } from '../container/modules.ts';
import type { Chance } from './chance.ts';
import type { Schedule } from './schedule.ts';

export type Role = keyof typeof Handlers;

export type Invocation = {
  number: number;
  role: Role;
  /** Whose work it is, where that is known from the start: it may touch nobody else's items. */
  owner: string | undefined;
  container: Container;
  deadline: number;
  ended(outcome: Outcome): void;
};

/** `lost`: the container died, or the function's time was over. */
export type Outcome = { kind: 'returned'; value: unknown } | { kind: 'threw'; error: Error } | { kind: 'lost' };

type Surroundings = {
  load: Load;
  schedule: Schedule;
  chance: Chance;
  environment: Record<string, string>;
  said: Said;
};

const current = new AsyncLocalStorage<Invocation>();

/**
 * One execution environment with module state of its own: caches, SDK clients, circuit breakers. In AWS an environment
 * works on one invocation at a time; here on any number, which loses nothing and interleaves more.
 */
export class Container {
  readonly name: string;
  readonly running = new Set<Invocation>();
  alive = true;
  readonly #handlers: typeof Handlers;
  readonly #schedule: Schedule;

  constructor(name: string, { load, schedule, chance, environment, said }: Surroundings) {
    this.name = name;
    this.#schedule = schedule;
    const reach = (service: string, operation: string, input: unknown): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (!this.alive) return;
        const invocation = current.getStore();
        schedule.call({ service, operation, input, container: this, invocation, resolve, reject });
      });
    const module = { exports: {} };
    const globals = globalsOf({
      now: () => schedule.now,
      random: chance.next,
      after: (ms, run, options) => schedule.after(ms, () => this.alive && run(), { ...options, owner: this }),
      cancel: (timer) => schedule.cancel(timer),
      environment,
    });
    load(
      modulesOf({ reach, random: chance.next, said }),
      module,
      module.exports,
      ...GLOBALS.slice(3).map((name) => globals[name as keyof typeof globals]),
    );
    this.#handlers = module.exports as typeof Handlers;
  }

  /** Begins a function. It ends by itself, or is lost with this container. */
  invoke(invocation: Invocation, event: unknown): void {
    this.running.add(invocation);
    const context = {
      awsRequestId: `invocation-${invocation.number}`,
      getRemainingTimeInMillis: () => Math.max(0, invocation.deadline - this.#schedule.now),
    };
    const handler = this.#handlers[invocation.role] as (event: unknown, context: unknown) => Promise<unknown>;
    current.run(invocation, () => {
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
