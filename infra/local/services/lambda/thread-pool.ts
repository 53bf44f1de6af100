import type { FunctionDefinition } from './definition.ts';
import type { FunctionThread } from './function-thread.ts';
import { Growth } from './growth.ts';
import { FunctionError } from './invoker.ts';

export type PoolOptions = {
  /** Threads alive at once, all functions together. */
  cap: number;
  /** Streamed invocations that may share one thread. */
  streamsPerThread: number;
  /** The last thread of a function ends after this many milliseconds without work. */
  idleLimit: number;
  /** Any other one ends after so many. */
  surplusLimit: number;
  /** Threads that can compute at the same time. */
  cores: number;
  create: (definition: FunctionDefinition, onEnd: (thread: FunctionThread) => void) => FunctionThread;
};

type Waiter = {
  definition: FunctionDefinition;
  shared: boolean;
  since: number;
  resolve: (thread: FunctionThread) => void;
  reject: (error: Error) => void;
};

/** What the pool knows of a thread: invocations in it, whether they are streams that share it, and when it is reaped. */
type Slot = { leases: number; shared: boolean; reaper?: NodeJS.Timeout };

/**
 * Hands out threads: a warm one, a new one, or, when the cap is reached, the next that comes free. Among the waiters,
 * the function with the fewest threads goes first, and none may hold more than two thirds of all, so that a function
 * that waits for another one always finds a thread for it. A function without a thread gets one at once, more of them
 * as `Growth` allows.
 */
export class ThreadPool {
  /** Most threads one function may hold at once. */
  readonly share: number;
  readonly #options: PoolOptions;
  readonly #growth: Growth;
  readonly #slots = new Map<FunctionThread, Slot>();
  #waiters: Waiter[] = [];
  #serving = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#growth = new Growth({
      cores: options.cores,
      threads: () => [...this.#slots.keys()],
      serve: () => {
        this.#serve();
        return this.#waiters.length > 0;
      },
    });
    this.share = Math.max(1, Math.ceil((options.cap * 2) / 3));
  }

  get size(): number {
    return this.#slots.size;
  }

  acquire(definition: FunctionDefinition, shared: boolean): Promise<FunctionThread> {
    const { promise, resolve, reject } = Promise.withResolvers<FunctionThread>();
    this.#waiters.push({ definition, shared, since: performance.now(), resolve, reject });
    this.#serve();
    if (this.#waiters.length > 0) this.#growth.watch();
    return promise;
  }

  /** Gives a thread back; a retired one ends with its last lease. */
  release(thread: FunctionThread): void {
    const slot = this.#slots.get(thread);
    if (!slot) return;
    slot.leases -= 1;
    this.#growth.freed(thread.definition);
    if (slot.leases === 0) {
      slot.shared = false;
      if (thread.retired) void thread.end(new Error('retired'));
      else slot.reaper = setTimeout(() => this.#rested(thread, slot), this.#options.surplusLimit).unref();
    }
    this.#serve();
  }

  /** Ends every thread of a function at once. */
  async kill(name: string): Promise<void> {
    const reason = new FunctionError('Runtime.ExitError', 'Runtime exited without providing a reason');
    const doomed = [...this.#slots.keys()].filter((thread) => thread.definition.name === name);
    await Promise.all(doomed.map((thread) => thread.end(reason)));
  }

  async stop(): Promise<void> {
    const reason = new FunctionError('Runtime.ExitError', 'the local cloud has stopped');
    this.#growth.stop();
    for (const waiter of this.#waiters.splice(0)) waiter.reject(reason);
    await Promise.all([...this.#slots.keys()].map((thread) => thread.end(reason)));
  }

  #serve(): void {
    // Ending a thread to make room re-enters this method while the freed slot is still promised to a waiter.
    if (this.#serving) return;
    this.#serving = true;
    try {
      while (this.#serveNeediest());
    } finally {
      this.#serving = false;
    }
  }

  #serveNeediest(): boolean {
    const byNeed = this.#waiters.toSorted((left, right) => this.#held(left.definition) - this.#held(right.definition));
    const served = byNeed.find((waiter) => this.#serveOne(waiter));
    this.#waiters = this.#waiters.filter((waiter) => waiter !== served);
    return served !== undefined;
  }

  #serveOne({ definition, shared, since, resolve }: Waiter): boolean {
    const warm = this.#shareable(definition, shared) ?? this.#resting(definition);
    const thread = warm ?? (this.#mayGrow(definition, since) ? this.#fresh(definition) : undefined);
    const slot = thread && this.#slots.get(thread);
    if (!slot) return false;
    clearTimeout(slot.reaper);
    delete slot.reaper;
    slot.leases += 1;
    slot.shared = shared;
    resolve(thread);
    return true;
  }

  #mayGrow(definition: FunctionDefinition, since: number): boolean {
    return this.#own(definition).length === 0 || this.#growth.allows(definition, since);
  }

  #shareable(definition: FunctionDefinition, shared: boolean): FunctionThread | undefined {
    if (!shared) return undefined;
    return this.#own(definition).find((thread) => {
      const slot = this.#slots.get(thread);
      return slot?.shared && slot.leases < this.#options.streamsPerThread;
    });
  }

  #resting(definition: FunctionDefinition): FunctionThread | undefined {
    return this.#own(definition).findLast((thread) => this.#slots.get(thread)?.leases === 0);
  }

  /** A thread beside others of its function ends now, the last one stays a while. */
  #rested(thread: FunctionThread, slot: Slot): void {
    const { idleLimit, surplusLimit } = this.#options;
    const end = () => void thread.end(new Error('idle'));
    if (this.#own(thread.definition).length > 1) end();
    else slot.reaper = setTimeout(end, idleLimit - surplusLimit).unref();
  }

  #fresh(definition: FunctionDefinition): FunctionThread | undefined {
    if (this.#held(definition) >= this.share) return undefined;
    if (this.#slots.size >= this.#options.cap && !this.#makeRoom()) return undefined;
    const thread = this.#options.create(definition, (ended) => this.#forget(ended));
    this.#slots.set(thread, { leases: 0, shared: false });
    return thread;
  }

  #forget(thread: FunctionThread): void {
    clearTimeout(this.#slots.get(thread)?.reaper);
    this.#slots.delete(thread);
    this.#serve();
  }

  /** Ends an idle thread, the oldest first, and frees its slot at once. */
  #makeRoom(): boolean {
    const [resting] = [...this.#slots].find(([, slot]) => slot.leases === 0) ?? [];
    if (!resting) return false;
    clearTimeout(this.#slots.get(resting)?.reaper);
    this.#slots.delete(resting);
    void resting.end(new Error('its slot was needed'));
    return true;
  }

  #own(definition: FunctionDefinition): FunctionThread[] {
    return [...this.#slots.keys()].filter((thread) => thread.definition === definition && !thread.retired);
  }

  #held(definition: FunctionDefinition): number {
    return [...this.#slots.keys()].filter((thread) => thread.definition === definition).length;
  }
}
