import { type EventLoopUtilization, performance } from 'node:perf_hooks';

/** The part of a thread that tells how busy it is. */
export type Loaded = { loading: boolean; utilization(since?: EventLoopUtilization): EventLoopUtilization };

/** Looks in a row that have to agree: in the middle of much work there are calm moments, too. */
const LOOKS = 3;

/** How many threads' worth of work this thread and those it has started do, by looks taken now and then. */
export class Load {
  #before = new Map<Loaded, EventLoopUtilization>();
  #here = performance.eventLoopUtilization();
  #recent: number[] = [];

  look(threads: Iterable<Loaded>): void {
    // This thread serves the others, so it is a part of what they do.
    let sum = performance.eventLoopUtilization(this.#here).utilization;
    this.#here = performance.eventLoopUtilization();
    const now = new Map<Loaded, EventLoopUtilization>();
    for (const thread of threads) {
      if (thread.loading) continue;
      const before = this.#before.get(thread);
      if (before) sum += thread.utilization(before).utilization;
      now.set(thread, thread.utilization());
    }
    this.#before = now;
    this.#recent = [...this.#recent, sum].slice(-LOOKS);
  }

  /** The most that the latest looks saw; unknown, and so infinite, before there were enough of them. */
  get highest(): number {
    return this.#recent.length < LOOKS ? Number.POSITIVE_INFINITY : Math.max(...this.#recent);
  }

  /** Earlier looks say nothing about what begins now. */
  forget(): void {
    this.#recent = [];
  }
}
