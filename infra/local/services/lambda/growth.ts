import type { FunctionDefinition } from './definition.ts';
import type { FunctionThread } from './function-thread.ts';
import { Load } from './load.ts';

/** Milliseconds between looks while somebody waits; so long a warm thread is hoped for before another one is started. */
const LOOK_EVERY = 100;
/** A function of which no thread came free for so long gets another however busy the cores are: its own may wait for it. */
const STALLED_AFTER = 5000;
/** Part of the cores that threads compute on when another thread would only be in their way. */
const BUSY = 0.6;

export type GrowthOptions = {
  /** Threads that can compute at the same time. */
  cores: number;
  /** All there are. */
  threads: () => FunctionThread[];
  /** Serves who can be served; whether somebody still waits. */
  serve: () => boolean;
};

/**
 * Whether a function that has threads gets another. One costs as much work and memory as several invocations, so it has
 * to be worth it: it is when the others are held by invocations that wait for something, and not when they compute, for
 * then more threads than cores only make all of them slower.
 */
export class Growth {
  readonly #options: GrowthOptions;
  readonly #load = new Load();
  /** When a thread of the function last came free. */
  readonly #freed = new Map<FunctionDefinition, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: GrowthOptions) {
    this.#options = options;
  }

  freed(definition: FunctionDefinition): void {
    this.#freed.set(definition, performance.now());
  }

  /** Somebody waits: from now on there is a look at the threads again and again, until nobody does. */
  watch(): void {
    if (this.#timer) return;
    this.#load.look(this.#options.threads());
    this.#timer = setInterval(() => this.#lookAround(), LOOK_EVERY);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#load.forget();
  }

  /** @param since when the invocation began to wait, by `performance.now()` */
  allows(definition: FunctionDefinition, since: number): boolean {
    const { threads, cores } = this.#options;
    const all = threads();
    const now = performance.now();
    const stalledFor = now - Math.max(since, this.#freed.get(definition) ?? 0);
    if (stalledFor >= STALLED_AFTER) return !all.some((one) => one.loading && one.definition === definition);
    const coresAreIdle = this.#load.highest < BUSY * cores && all.filter(({ loading }) => loading).length < cores;
    return coresAreIdle && now - since >= LOOK_EVERY;
  }

  #lookAround(): void {
    this.#load.look(this.#options.threads());
    if (!this.#options.serve()) this.stop();
  }
}
