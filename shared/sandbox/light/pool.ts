import type { Job, Reply } from './messages.ts';
import { ShellProcess } from './process.ts';

export type PoolOptions = {
  /** Processes at a time; whoever comes then waits. */
  most?: number;
  /** After so long without work a process ends. */
  idleMs?: number;
};

type Kept = { process: ShellProcess; owner: string | undefined; isBusy: boolean; idle?: NodeJS.Timeout | undefined };

/**
 * A few processes that are ready to run commands. Each works for one user in all its life; one that belongs to nobody yet is
 * started ahead, so that a user's first command waits for none.
 */
export class ShellPool {
  readonly #most: number;
  readonly #idleMs: number;
  readonly #kept = new Set<Kept>();
  readonly #waiting: Array<() => void> = [];
  #isClosed = false;

  constructor({ most = 4, idleMs = 60_000 }: PoolOptions = {}) {
    this.#most = most;
    this.#idleMs = idleMs;
  }

  async run(userId: string, job: Job, signal: AbortSignal): Promise<Reply> {
    const kept = await this.#take(userId, signal);
    try {
      return await kept.process.run(job, signal);
    } finally {
      this.#give(kept);
    }
  }

  /** Ends all of them. */
  close(): void {
    this.#isClosed = true;
    for (const { process, idle } of this.#kept) {
      clearTimeout(idle);
      process.end();
    }
  }

  async #take(owner: string, signal: AbortSignal): Promise<Kept> {
    for (;;) {
      signal.throwIfAborted();
      const free = this.#freeFor(owner);
      if (free) {
        clearTimeout(free.idle);
        return Object.assign(free, { owner, isBusy: true, idle: undefined });
      }
      await this.#next(signal);
    }
  }

  /** One of theirs, one that is nobody's, a new one, or one in the place of another user's that has nothing to do. */
  #freeFor(owner: string): Kept | undefined {
    const idle = [...this.#kept].filter(({ isBusy, process }) => !isBusy && !process.isSpent);
    const known = idle.find((one) => one.owner === owner) ?? idle.find((one) => one.owner === undefined);
    if (known) return known;
    if (this.#kept.size < this.#most) return this.#start();
    const [oldest] = idle;
    if (!oldest) return undefined;
    this.#end(oldest);
    return this.#start();
  }

  #start(): Kept {
    const kept: Kept = { process: new ShellProcess(() => this.#end(kept)), owner: undefined, isBusy: false };
    this.#kept.add(kept);
    return kept;
  }

  #give(kept: Kept): void {
    if (kept.process.isSpent) this.#end(kept);
    else {
      // Last in the set is the one used last.
      this.#kept.delete(kept);
      this.#kept.add(Object.assign(kept, { isBusy: false, idle: this.#endingLater(kept) }));
    }
    const hasSpare = [...this.#kept].some(({ isBusy, owner }) => !isBusy && owner === undefined);
    if (!hasSpare && !this.#isClosed && this.#kept.size < this.#most) {
      const spare = this.#start();
      spare.idle = this.#endingLater(spare);
    }
    this.#wake();
  }

  #endingLater(kept: Kept): NodeJS.Timeout {
    return setTimeout(() => this.#end(kept), this.#idleMs).unref();
  }

  #end(kept: Kept): void {
    clearTimeout(kept.idle);
    if (this.#kept.delete(kept)) kept.process.end();
    this.#wake();
  }

  /** All who wait look again: one that was woken alone may have been given up meanwhile. */
  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async #next(signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const giveUp = () => resolve();
    this.#waiting.push(resolve);
    signal.addEventListener('abort', giveUp, { once: true });
    await promise;
    signal.removeEventListener('abort', giveUp);
  }
}
