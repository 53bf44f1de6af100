import type { Timers } from '../api-gateway/timers.ts';

type Waiting = { due: number; run: () => void };

/** Node fires a timer set for longer at once; time-outs of months are common in workflows. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The clock of this machine, which may be put forward. One real timer stands for the next that is due. */
export class WorkflowClock implements Timers {
  readonly #waiting = new Set<Waiting>();
  #ahead = 0;
  #timer: NodeJS.Timeout | undefined;

  now(): number {
    return Date.now() + this.#ahead;
  }

  after(ms: number, run: () => void): () => void {
    const one = { due: this.now() + ms, run };
    this.#waiting.add(one);
    this.#arm();
    return () => {
      if (this.#waiting.delete(one)) this.#arm();
    };
  }

  /** As if `ms` had gone by: fires what came due meanwhile, in its order, each at its own time. */
  async timePasses(ms: number): Promise<void> {
    const until = this.now() + ms;
    for (;;) {
      // What a timer set going may wait for a time of its own before `until`.
      await new Promise((resolve) => setImmediate(resolve));
      const next = this.#next();
      if (!next || next.due > until) break;
      this.#ahead += Math.max(0, next.due - this.now());
      this.#fire(next);
    }
    this.#ahead += Math.max(0, until - this.now());
    this.#arm();
  }

  /** Nothing fires any more. */
  stop(): void {
    this.#waiting.clear();
    this.#arm();
  }

  #next(): Waiting | undefined {
    let next: Waiting | undefined;
    for (const one of this.#waiting) if (!next || one.due < next.due) next = one;
    return next;
  }

  #fire(one: Waiting): void {
    this.#waiting.delete(one);
    one.run();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.#next();
    if (!next) return;
    const delay = Math.min(MAX_TIMER_MS, Math.max(0, next.due - this.now()));
    this.#timer = setTimeout(() => this.#ring(), delay);
    // A workflow that waits for weeks does not keep the process alive.
    this.#timer.unref();
  }

  #ring(): void {
    const now = this.now();
    const due = [...this.#waiting].filter((one) => one.due <= now).sort((left, right) => left.due - right.due);
    // One that fires may cancel another.
    for (const one of due) if (this.#waiting.has(one)) this.#fire(one);
    this.#arm();
  }
}
